import { useState } from 'preact/hooks';
import { OrderTable } from '../orders/order-table';
import type { Order } from '../orders/order';
import { usePage } from '../page-context';
import { Problem } from '../problem';
import { useAction } from '../use-action';
import { usePolled } from '../use-polled';

interface OrdersPage {
  orders: Order[];
  nextCursor: string | null;
}

export function OrdersView() {
  const { orders, error, reload, nextCursor, more } = useOrders();
  return (
    <>
      <div class="lead">
        <h1 tabIndex={-1}>Your orders</h1>
      </div>
      <Problem error={error ?? more.error} again={reload} />
      {orders?.length === 0 && (
        <p>
          None yet. <a href="#/">Go to the shop</a>
        </p>
      )}
      {orders && orders.length > 0 && <OrderTable caption="Your orders, newest first" orders={orders} isLinked />}
      {nextCursor && (
        <button type="button" class="button quiet" disabled={more.isBusy} onClick={() => more.run(nextCursor)}>
          Older orders
        </button>
      )}
    </>
  );
}

/** The first page as it changes, and the older ones that were loaded. */
function useOrders() {
  const { api } = usePage();
  const { value: first, error, reload } = usePolled(() => api<OrdersPage>('/api/orders?limit=20'), 5_000);
  const [older, setOlder] = useState<OrdersPage>();
  const more = useAction(async (cursor: string) => {
    const next = await api<OrdersPage>(`/api/orders?limit=20&cursor=${encodeURIComponent(cursor)}`);
    setOlder({ orders: [...(older?.orders ?? []), ...next.orders], nextCursor: next.nextCursor });
  });
  const orders = first && withoutDuplicates([...first.orders, ...(older?.orders ?? [])]);
  return { orders, error, reload, more, nextCursor: (older ?? first)?.nextCursor };
}

// The first page is reloaded while older ones stay, so one order may be on both; the first page is newer.
const withoutDuplicates = (orders: Order[]) =>
  orders.filter(({ orderId }, index) => orders.findIndex((other) => other.orderId === orderId) === index);
