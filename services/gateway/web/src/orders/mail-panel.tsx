import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api-error';
import { usePage } from '../page-context';
import { Time } from '../time-text';
import { usePolled } from '../use-polled';
import type { Order } from './order';
import type { MailState } from './order-steps';

interface Mail {
  sentAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
}

export interface MailPanelProps {
  order: Order;
  onState: (state: MailState) => void;
}

const intervalMs = 1_000;

/** The confirmation of an order, where the system shows its mails: in development. */
export function MailPanel({ order, onState }: MailPanelProps) {
  const { api } = usePage();
  const { value: mail, state } = useMail(() =>
    api<{ mails: Mail[] }>(`/api/dev/mails?limit=1&orderId=${order.orderId}`),
  );
  useEffect(() => onState(state), [state, onState]);

  if (!mail || order.status === 'Cancelled') return null;
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

function useMail(load: () => Promise<{ mails: Mail[] }>): { value: Mail | undefined; state: MailState } {
  const [isDone, setDone] = useState(false);
  const { value } = usePolled(
    async () => {
      const found = await findMail(load);
      setDone(found.state !== 'waiting');
      return found;
    },
    isDone ? 0 : intervalMs,
  );
  return value ?? { value: undefined, state: 'hidden' };
}

async function findMail(
  load: () => Promise<{ mails: Mail[] }>,
): Promise<{ value: Mail | undefined; state: MailState }> {
  try {
    const [value] = (await load()).mails;
    return { value, state: value ? 'sent' : 'waiting' };
  } catch (reason) {
    // Production shows no mails, which is no error.
    if (reason instanceof ApiError && reason.code === 'NOT_FOUND') return { value: undefined, state: 'hidden' };
    throw reason;
  }
}
