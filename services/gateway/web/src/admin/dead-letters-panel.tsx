import { usePage } from '../page-context';
import { Problem } from '../problem';
import { Time } from '../time-text';
import { usePolled } from '../use-polled';

interface DeadLetter {
  messageId: string;
  orderId: string | null;
  reason: string;
  sentAt: string | null;
}

const intervalMs = 5_000;

/** The messages on the dead-letter queue, and why they are there. */
export function DeadLettersPanel() {
  const { api } = usePage();
  const { value: letters, error } = usePolled(
    async () => (await api<{ deadLetters: DeadLetter[] }>('/api/admin/dlq?limit=10')).deadLetters,
    intervalMs,
  );
  return (
    <section class="panel wide" aria-labelledby="dead-letters-heading">
      <h2 id="dead-letters-heading">Dead letters</h2>
      <Problem error={error} />
      {letters?.length === 0 && <p class="quiet">None. Every message was processed.</p>}
      <ul class="letters">
        {letters?.map(({ messageId, orderId, reason, sentAt }) => (
          <li key={messageId}>
            <p>{reason}</p>
            <p class="quiet">
              {orderId ? <code>{orderId}</code> : 'No readable order'}
              {sentAt && (
                <>
                  {' · '}
                  <Time at={sentAt} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
