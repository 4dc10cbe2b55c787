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

const everyMs = 2_000;

const figures: [keyof Omit<Queue, 'oldestMailOwedAt'>, string][] = [
  ['visible', 'waiting'],
  ['inFlight', 'in hand'],
  ['delayed', 'delayed'],
  ['deadLetters', 'dead letters'],
  ['mailsOwed', 'mails owed'],
];

/** How deep the queue is, and the one for what was given up on. */
export function QueuePanel() {
  const { api } = usePage();
  const { value: queue, error } = usePolled(
    async () => (await api<{ queue: Queue }>('/api/admin/queue')).queue,
    everyMs,
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
          Oldest mail owed since <Time at={queue.oldestMailOwedAt} />
        </p>
      )}
    </section>
  );
}
