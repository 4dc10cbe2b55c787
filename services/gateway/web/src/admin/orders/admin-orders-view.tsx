import { useState } from 'preact/hooks';
import { orderStatuses, type Order } from '../../orders/order';
import { OrderTable } from '../../orders/order-table';
import { usePage } from '../../page-context';
import { usePages } from '../../state/use-pages';
import { Heading } from '../../ui/heading';
import { ListState } from '../../ui/list-state';
import { LoadMore } from '../../ui/load-more';
import { SearchField } from '../../ui/search-field';
import { SelectField } from '../../ui/field';
import { searchOf } from './order-search';
import { storyHref } from './story';

interface OrdersPage {
  orders: Order[];
  nextCursor: string | null;
}

const intervalMs = 5_000;

/** The orders of all users, to be found by address, id, user and status. */
export function AdminOrdersView() {
  const [text, setText] = useState(new URLSearchParams(location.hash.split('?')[1]).get('user') ?? '');
  const [status, setStatus] = useState('');
  const search = searchOf(text);
  const { items, error, reload, loadMore, isLoadingMore, isStale } = useOrders({
    ...search.filter,
    ...(status && { status }),
  });
  const onSearch = (next: string) => {
    const { orderId } = searchOf(next);
    if (orderId) location.hash = storyHref(orderId);
    else setText(next);
  };

  return (
    <>
      <div class="lead">
        <Heading text="Orders" />
      </div>
      <section class="panel" aria-label="Orders" aria-busy={isStale}>
        <div class="filters">
          <SearchField label="E-mail address, order id or user id" value={text} onSearch={onSearch} />
          <SelectField label="Status" value={status} options={orderStatuses} onSelect={setStatus} />
        </div>
        {search.problem && <p class="hint">{search.problem}</p>}
        {search.filter.id && !isStale && <Ambiguity id={search.filter.id} orders={items} />}
        <ListState items={items} error={error} reload={reload} empty="No order matches." />
        {items && items.length > 0 && <OrderTable caption="Orders of all users" orders={items} hrefOf={storyHref} />}
        <LoadMore label="Older orders" isBusy={isLoadingMore} loadMore={loadMore} />
      </section>
    </>
  );
}

/** Says so where the beginning of an id is that of several orders. */
const Ambiguity = ({ id, orders = [] }: { id: string; orders: Order[] | undefined }) =>
  orders.length > 1 && (
    <p class="hint" role="status">
      {orders.length} orders begin with <code>{id}</code>.
    </p>
  );

function useOrders(filter: Record<string, string>) {
  const { api } = usePage();
  return usePages({
    key: JSON.stringify(filter),
    load: async (cursor) => {
      const query = new URLSearchParams({ limit: '25', ...filter, ...(cursor && { cursor }) });
      const { orders, nextCursor } = await api<OrdersPage>(`/api/admin/orders?${query}`);
      return { items: orders, nextCursor };
    },
    idOf: ({ orderId }) => orderId,
    intervalMs,
  });
}
