import type { Order } from '../orders/order';
import { OrderTable } from '../orders/order-table';
import { usePage } from '../page-context';
import { usePolled } from '../state/use-polled';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { Time } from '../ui/time-text';
import { storyHref } from './orders/story';

interface Queue {
  visible: number;
  inFlight: number;
  delayed: number;
  deadLetters: number;
  mailsOwed: number;
  oldestMailOwedAt: string | null;
}

const queueIntervalMs = 2_000;
const ordersIntervalMs = 3_000;

const figures: [keyof Omit<Queue, 'oldestMailOwedAt'>, string][] = [
  ['visible', 'waiting'],
  ['inFlight', 'being settled'],
  ['delayed', 'delayed'],
  ['deadLetters', 'dead letters'],
  ['mailsOwed', 'mails to send'],
];

export const OverviewView = () => (
  <>
    <div class="lead">
      <Heading text="Overview" />
    </div>
    <div class="stack">
      <QueuePanel />
      <LatestOrders />
    </div>
  </>
);

/** How many messages and mails are waiting, live. */
function QueuePanel() {
  const { api } = usePage();
  const { value: queue, error } = usePolled(async () => (await api<{ queue: Queue }>('/api/admin/queue')).queue, {
    intervalMs: queueIntervalMs,
  });
  return (
    <section class="panel" aria-labelledby="queue-heading">
      <div class="row">
        <h2 id="queue-heading">Queue</h2>
        <span class="link live">Live</span>
      </div>
      <Problem error={error} />
      {!queue && !error && <Skeleton shape="row" />}
      {queue && (
        <dl class="figures">
          {figures.map(([name, label]) => (
            <div key={name} class={name === 'deadLetters' && queue[name] > 0 ? 'alarm' : ''}>
              <dt>{name === 'deadLetters' ? <a href="#/admin/dead-letters">{label}</a> : label}</dt>
              <dd>{queue[name].toLocaleString()}</dd>
            </div>
          ))}
        </dl>
      )}
      {queue?.oldestMailOwedAt && (
        <p class="quiet">
          The oldest of these mails waits since <Time at={queue.oldestMailOwedAt} />
        </p>
      )}
    </section>
  );
}

function LatestOrders() {
  const { api } = usePage();
  const {
    value: orders,
    error,
    reload,
  } = usePolled(async () => (await api<{ orders: Order[] }>('/api/admin/orders?limit=10')).orders, {
    intervalMs: ordersIntervalMs,
  });
  return (
    <section class="panel" aria-labelledby="orders-heading">
      <div class="row">
        <h2 id="orders-heading">Latest orders</h2>
        <a href="#/admin/orders">All orders</a>
      </div>
      <ListState items={orders} error={error} reload={reload} empty="There are no orders yet." />
      {orders && orders.length > 0 && (
        <OrderTable caption="Latest orders of all users" orders={orders} hrefOf={storyHref} />
      )}
    </section>
  );
}
