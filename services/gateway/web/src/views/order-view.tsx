import { useEffect, useState } from 'preact/hooks';
import { toApiError, type ApiError } from '../api-error';
import { Copyable } from '../copyable';
import type { Link } from '../orders/follow-order';
import { MailPanel } from '../orders/mail-panel';
import { ItemList } from '../orders/item-list';
import { isFinal, type Order } from '../orders/order';
import { OrderLine } from '../orders/order-line';
import type { MailState } from '../orders/order-steps';
import { TracePanel } from '../orders/trace-panel';
import { usePage } from '../page-context';
import { Problem } from '../problem';
import { StatusMark } from '../status-mark';
import { Time } from '../time-text';
import { useAction } from '../use-action';
import { useProducts } from '../use-products';

const linkText: Record<Link, string> = {
  live: 'Live',
  reconnecting: 'Reconnecting …',
  ended: 'Final',
};

export function OrderView({ orderId }: { orderId: string }) {
  const { api } = usePage();
  const { order, link, error, show } = useFollowed(orderId);
  const [mail, setMail] = useState<MailState>('hidden');
  const cancel = useAction(async () => {
    show((await api<{ order: Order }>(`/api/order/${orderId}/cancel`, { method: 'POST' })).order);
  });

  return (
    <>
      <div class="lead">
        <h1 tabIndex={-1}>Order {orderId.slice(0, 8)}</h1>
        <p class="quiet">
          <Copyable text={orderId} what="order id" />
        </p>
      </div>
      <Problem error={error} />
      {order && (
        <div class="split">
          <section class="panel" aria-labelledby="progress-heading">
            <div class="row">
              <h2 id="progress-heading">Progress</h2>
              <span class={`link ${link}`}>{linkText[link]}</span>
            </div>
            <p role="status" class="now">
              <StatusMark status={order.status} />
            </p>
            <OrderLine order={order} mail={mail} />
            <Problem error={cancel.error} />
            {!isFinal(order) && (
              <button type="button" class="button quiet" disabled={cancel.isBusy} onClick={() => cancel.run()}>
                Cancel this order
              </button>
            )}
          </section>
          <Facts order={order} />
          <MailPanel order={order} onState={setMail} />
        </div>
      )}
    </>
  );
}

function Facts({ order: { items, createdAt, orderId } }: { order: Order }) {
  const { nameOf } = useProducts(0);
  return (
    <section class="panel" aria-labelledby="items-heading">
      <h2 id="items-heading">Items</h2>
      <ItemList items={items} nameOf={nameOf} />
      <p class="quiet">
        Placed <Time at={createdAt} />
      </p>
      <TracePanel orderId={orderId} />
    </section>
  );
}

/** The order as it changes. */
function useFollowed(orderId: string) {
  const { followOrder } = usePage();
  const [order, setOrder] = useState<Order>();
  const [link, setLink] = useState<Link>('reconnecting');
  const [error, setError] = useState<ApiError>();
  useEffect(
    () =>
      followOrder(orderId, {
        // A change that this page made is shown at once; the stream may still send an earlier status.
        onOrder: (next) => setOrder((shown) => (shown && isFinal(shown) ? shown : next)),
        onLink: setLink,
        onError: (reason) => setError(toApiError(reason)),
      }),
    [followOrder, orderId],
  );
  return { order, link, error, show: setOrder };
}
