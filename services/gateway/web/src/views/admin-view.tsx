import { DeadLettersPanel } from '../admin/dead-letters-panel';
import { QueuePanel } from '../admin/queue-panel';
import { StockPanel } from '../admin/stock-panel';
import { OrderTable } from '../orders/order-table';
import type { Order } from '../orders/order';
import { usePage } from '../page-context';
import { Problem } from '../problem';
import { usePolled } from '../use-polled';

const intervalMs = 3_000;

export const AdminView = () => (
  <>
    <div class="lead">
      <h1 tabIndex={-1}>Administration</h1>
      <p>Stock, the latest orders of all users, and what is waiting on the queue.</p>
    </div>
    <div class="split even">
      <QueuePanel />
      <StockPanel />
      <LatestOrders />
      <DeadLettersPanel />
    </div>
  </>
);

function LatestOrders() {
  const { api } = usePage();
  const { value: orders, error } = usePolled(
    async () => (await api<{ orders: Order[] }>('/api/admin/orders?limit=10')).orders,
    intervalMs,
  );
  return (
    <section class="panel" aria-labelledby="orders-heading">
      <h2 id="orders-heading">Latest orders</h2>
      <Problem error={error} />
      {orders?.length === 0 && <p class="quiet">There are no orders yet.</p>}
      {orders && orders.length > 0 && <OrderTable caption="Latest orders of all users" orders={orders} />}
    </section>
  );
}
