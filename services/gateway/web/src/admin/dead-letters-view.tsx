import { usePage } from '../page-context';
import { usePages } from '../state/use-pages';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { LoadMore } from '../ui/load-more';
import { Time } from '../ui/time-text';
import { storyHref } from './orders/story';

interface DeadLetter {
  messageId: string;
  orderId: string | null;
  reason: string;
  sentAt: string | null;
  body: string;
}

const intervalMs = 5_000;

/** The messages on the dead-letter queue, and why they are there. */
export function DeadLettersView() {
  const { api } = usePage();
  const { items, error, reload, loadMore, isLoadingMore } = usePages({
    key: 'all',
    load: async (cursor) => {
      const query = new URLSearchParams({ limit: '20', ...(cursor && { cursor }) });
      const page = await api<{ deadLetters: DeadLetter[]; nextCursor: string | null }>(`/api/admin/dlq?${query}`);
      return { items: page.deadLetters, nextCursor: page.nextCursor };
    },
    idOf: ({ messageId }) => messageId,
    intervalMs,
  });
  return (
    <>
      <div class="lead">
        <Heading text="Dead letters" />
        <p>Messages that could not be processed, oldest first, and why.</p>
      </div>
      <section class="panel" aria-label="Dead letters">
        <ListState items={items} error={error} reload={reload} empty="None. Every message was processed." />
        <ul class="rows">
          {items?.map((letter) => (
            <Letter key={letter.messageId} letter={letter} />
          ))}
        </ul>
        <LoadMore label="More dead letters" isBusy={isLoadingMore} loadMore={loadMore} />
      </section>
    </>
  );
}

const Letter = ({ letter: { orderId, reason, sentAt, body } }: { letter: DeadLetter }) => (
  <li>
    <div>
      <strong>{reason}</strong>
      <p class="quiet">
        {orderId ? <a href={storyHref(orderId)}>Order {orderId.slice(0, 8)}</a> : 'No readable order'}
        {sentAt && (
          <>
            {' · '}
            <Time at={sentAt} />
          </>
        )}
      </p>
      <details>
        <summary>The message</summary>
        <pre>{body}</pre>
      </details>
    </div>
  </li>
);
