import { usePage } from '../page-context';
import { Problem } from '../problem';
import { Time } from '../time-text';
import { usePolled } from '../use-polled';

interface Queue {
  visible: number;
  inFlight: number;
  delayed: number;
  deadLetters: number;
  mailsOwed: number;
  oldestMailOwedAt: string | null;
}

const intervalMs = 2_000;

const figures: [keyof Omit<Queue, 'oldestMailOwedAt'>, string][] = [
  ['visible', 'waiting'],
  ['inFlight', 'in flight'],
  ['delayed', 'delayed'],
  ['deadLetters', 'dead letters'],
  ['mailsOwed', 'pending mails'],
];

/** How many messages and mails are waiting. */
export function QueuePanel() {
  const { api } = usePage();
  const { value: queue, error } = usePolled(
    async () => (await api<{ queue: Queue }>('/api/admin/queue')).queue,
    intervalMs,
  );
  return (
    <section class="panel wide" aria-labelledby="queue-heading">
      <h2 id="queue-heading">Queue</h2>
      <Problem error={error} />
      {queue && (
        <dl class="figures">
          {figures.map(([name, label]) => (
            <div key={name} class={name === 'deadLetters' && queue[name] > 0 ? 'alarm' : ''}>
              <dt>{label}</dt>
              <dd>{queue[name].toLocaleString()}</dd>
            </div>
          ))}
        </dl>
      )}
      {queue?.oldestMailOwedAt && (
        <p class="quiet">
          Oldest mail pending since <Time at={queue.oldestMailOwedAt} />
        </p>
      )}
    </section>
  );
}
