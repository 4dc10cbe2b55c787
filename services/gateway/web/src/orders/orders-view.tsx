import { usePage } from '../page-context';
import { usePages } from '../state/use-pages';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { LoadMore } from '../ui/load-more';
import type { Order } from './order';
import { OrderTable } from './order-table';

interface OrdersPage {
  orders: Order[];
  nextCursor: string | null;
}

const intervalMs = 5_000;

export function OrdersView() {
  const { api } = usePage();
  const { items, error, reload, loadMore, isLoadingMore } = usePages({
    key: 'own',
    load: async (cursor) => {
      const query = new URLSearchParams({ limit: '20', ...(cursor && { cursor }) });
      const { orders, nextCursor } = await api<OrdersPage>(`/api/orders?${query}`);
      return { items: orders, nextCursor };
    },
    idOf: ({ orderId }) => orderId,
    intervalMs,
  });
  return (
    <>
      <div class="lead">
        <Heading text="Your orders" />
      </div>
      <ListState
        items={items}
        error={error}
        reload={reload}
        empty={
          <>
            You have not ordered anything yet. <a href="#/">Go to the shop</a>
          </>
        }
      />
      {items && items.length > 0 && (
        <section class="panel" aria-label="Orders">
          <OrderTable caption="Your orders, newest first" orders={items} hrefOf={(orderId) => `#/orders/${orderId}`} />
        </section>
      )}
      <LoadMore label="Older orders" isBusy={isLoadingMore} loadMore={loadMore} />
    </>
  );
}
