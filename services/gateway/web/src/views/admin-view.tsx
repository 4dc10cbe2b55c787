import { DeadLettersPanel } from '../admin/dead-letters-panel';
import { QueuePanel } from '../admin/queue-panel';
import { StockPanel } from '../admin/stock-panel';
import { OrderTable } from '../orders/order-table';
import type { Order } from '../orders/order';
import { usePage } from '../page-context';
import { Problem } from '../problem';
import { usePolled } from '../use-polled';

const everyMs = 3_000;

export const AdminView = () => (
  <>
    <div class="lead">
      <h1 tabIndex={-1}>Behind the counter</h1>
      <p>Stock, the last orders of everybody, and what waits on the queue.</p>
    </div>
    <div class="split even">
      <QueuePanel />
      <StockPanel />
      <LastOrders />
      <DeadLettersPanel />
    </div>
  </>
);

function LastOrders() {
  const { api } = usePage();
  const { value: orders, error } = usePolled(
    async () => (await api<{ orders: Order[] }>('/api/admin/orders?limit=10')).orders,
    everyMs,
  );
  return (
    <section class="panel" aria-labelledby="orders-heading">
      <h2 id="orders-heading">Last orders</h2>
      <Problem error={error} />
      {orders?.length === 0 && <p class="quiet">Nobody has ordered yet.</p>}
      {orders && orders.length > 0 && <OrderTable caption="Last orders of everybody" orders={orders} />}
    </section>
  );
}
