import { useState } from 'preact/hooks';
import { ApiError } from '../api/api-error';
import { usePage } from '../page-context';
import { usePolled } from '../state/use-polled';
import { Time } from '../ui/time-text';
import type { Order } from './order';

interface Mail {
  sentAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
}

const intervalMs = 1_500;

/** The confirmation of an order as it was sent, where the system shows its mails: in development. */
export function MailPanel({ order }: { order: Order }) {
  const { api } = usePage();
  const [isDone, setDone] = useState(false);
  const { value: mail } = usePolled(
    async () => {
      const found = await findMail(() => api(`/api/dev/mails?limit=1&orderId=${order.orderId}`));
      setDone(found !== 'waiting');
      return found;
    },
    { intervalMs: isDone ? 0 : intervalMs },
  );

  if (typeof mail !== 'object' || order.status === 'Cancelled') return null;
  return (
    <section class="panel mail" aria-labelledby="mail-heading">
      <h2 id="mail-heading">The mail</h2>
      <dl>
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>Subject</dt>
        <dd>{mail.subject}</dd>
        <dt>Sent</dt>
        <dd>
          <Time at={mail.sentAt} />
        </dd>
      </dl>
      <pre>{mail.text.trim()}</pre>
    </section>
  );
}

async function findMail(load: () => Promise<{ mails: Mail[] }>): Promise<Mail | 'waiting' | 'hidden'> {
  try {
    return (await load()).mails[0] ?? 'waiting';
  } catch (reason) {
    // Production shows no mails, which is no error.
    if (reason instanceof ApiError && reason.code === 'NOT_FOUND') return 'hidden';
    throw reason;
  }
}
