import { useState } from 'preact/hooks';
import { usePage } from '../page-context';
import { newKey } from '../state/random-ids';
import { useAction } from '../state/use-action';
import { usePages } from '../state/use-pages';
import { ConfirmButton } from '../ui/confirm-button';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { LoadMore } from '../ui/load-more';
import { Time } from '../ui/time-text';
import { storyHref } from './orders/story';
import { ReasonField } from './reason-field';

interface DeadLetter {
  messageId: string;
  orderId: string | null;
  reason: string;
  sentAt: string | null;
  body: string;
}

const intervalMs = 5_000;

const path = '/api/admin/dlq';

/** The messages on the dead-letter queue, why they are there, and what can be done about them. */
export function DeadLettersView() {
  const { api } = usePage();
  const { items, error, reload, loadMore, isLoadingMore } = usePages({
    key: 'all',
    load: async (cursor) => {
      const query = new URLSearchParams({ limit: '20', ...(cursor && { cursor }) });
      const page = await api<{ deadLetters: DeadLetter[]; nextCursor: string | null }>(`${path}?${query}`);
      return { items: page.deadLetters, nextCursor: page.nextCursor };
    },
    idOf: ({ messageId }) => messageId,
    intervalMs,
  });
  const redrive = useRedrive(reload);
  return (
    <>
      <div class="lead">
        <Heading text="Dead letters" />
        <p>Messages that could not be processed, oldest first, and why.</p>
      </div>
      <section class="panel" aria-label="Dead letters">
        {items && items.length > 0 && (
          <button type="button" class="button quiet start" disabled={redrive.isBusy} onClick={() => redrive.run(path)}>
            Redrive all
          </button>
        )}
        <p class="quiet" role="status">
          {redrive.notice}
        </p>
        <ListState
          items={items}
          error={error ?? redrive.error}
          reload={reload}
          empty="None. Every message was processed."
        />
        <ul class="rows">
          {items?.map((letter) => (
            <Letter key={letter.messageId} letter={letter} redrive={redrive} onDiscarded={reload} />
          ))}
        </ul>
        <LoadMore label="More dead letters" isBusy={isLoadingMore} loadMore={loadMore} />
      </section>
    </>
  );
}

/** Sends the messages under a path to the queue again, and says how many they were. */
function useRedrive(onDone: () => void) {
  const { api } = usePage();
  // One key for one press: pressing again after a lost answer sends them once.
  const [key, setKey] = useState(newKey);
  const [notice, setNotice] = useState('');
  const action = useAction(async (messages: string) => {
    setNotice('');
    const headers = { 'Idempotency-Key': `${key} ${messages}` };
    const { redriven } = await api<{ redriven: number }>(`${messages}/redrive`, { method: 'POST', headers });
    setKey(newKey());
    setNotice(`${redriven.toLocaleString()} sent to the queue again. What fails again comes back here.`);
    onDone();
  });
  return { ...action, notice };
}

interface LetterProps {
  letter: DeadLetter;
  redrive: ReturnType<typeof useRedrive>;
  onDiscarded: () => void;
}

const Letter = ({ letter: { messageId, orderId, reason, sentAt, body }, redrive, onDiscarded }: LetterProps) => (
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
    <div class="actions">
      <button
        type="button"
        class="button quiet small"
        disabled={redrive.isBusy}
        aria-label={`Redrive ${messageId.slice(0, 8)}`}
        onClick={() => redrive.run(`${path}/${messageId}`)}
      >
        Redrive
      </button>
      <DiscardButton messageId={messageId} onDone={onDiscarded} />
    </div>
  </li>
);

function DiscardButton({ messageId, onDone }: { messageId: string; onDone: () => void }) {
  const { api } = usePage();
  const discard = async ({ reason = '' }: Record<string, string>) => {
    await api(`${path}/${messageId}/discard`, { body: { reason } });
    onDone();
  };
  return (
    <ConfirmButton
      label="Discard"
      about={messageId.slice(0, 8)}
      question="Discard this message?"
      explanation="Its order fails if it is still pending: its stock goes back, and its buyer is mailed the reason."
      work={discard}
    >
      <ReasonField />
    </ConfirmButton>
  );
}
