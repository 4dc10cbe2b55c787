import { Heading } from '../ui/heading';
import { useEffect, useState } from 'preact/hooks';
import { toApiError, type ApiError } from '../api/api-error';
import { usePage } from '../page-context';
import { useAction } from '../state/use-action';
import { Copyable } from '../ui/copyable';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { StatusMark } from '../ui/status-mark';
import { Timeline } from '../ui/timeline';
import type { Link } from './follow-order';
import { ItemList } from './item-list';
import { MailPanel } from './mail-panel';
import { isFinal, orderTitles, shortId, type Order } from './order';
import { orderSteps } from './order-steps';
import { TracePanel } from './trace-panel';
import { useMailState } from './use-mail-state';

const linkText: Record<Link, string> = { live: 'Live', reconnecting: 'Reconnecting …', ended: '' };

export function OrderView({ orderId }: { orderId: string }) {
  const { order, link, error, show } = useFollowed(orderId);
  const title = order ? orderTitles[order.status] : `Order ${shortId(orderId)}`;

  return (
    <>
      <div class="lead">
        <Heading text={title} />
        <p class="quiet">
          Order <Copyable text={orderId} what="order id" />
        </p>
      </div>
      <Problem error={error} />
      {!order && !error && <Skeleton shape="card" count={2} />}
      {order && (
        <div class="split">
          <Progress order={order} link={link} onCancelled={show} />
          <section class="panel" aria-labelledby="items-heading">
            <h2 id="items-heading">What you ordered</h2>
            <ItemList {...order} />
            <TracePanel orderId={orderId} />
          </section>
          <MailPanel order={order} />
        </div>
      )}
    </>
  );
}

interface ProgressProps {
  order: Order;
  link: Link;
  onCancelled: (order: Order) => void;
}

function Progress({ order, link, onCancelled }: ProgressProps) {
  const { api } = usePage();
  const mail = useMailState(order);
  const cancel = useAction(async () => {
    onCancelled((await api<{ order: Order }>(`/api/order/${order.orderId}/cancel`, { method: 'POST' })).order);
  });
  return (
    <section class="panel" aria-labelledby="progress-heading">
      <div class="row">
        <h2 id="progress-heading">Progress</h2>
        <span class={`link ${link}`}>{linkText[link]}</span>
      </div>
      <p role="status" class="now">
        <StatusMark status={order.status} />
      </p>
      <Timeline steps={orderSteps(order, mail)} />
      <Problem error={cancel.error} />
      {!isFinal(order) && (
        <button type="button" class="button quiet start" disabled={cancel.isBusy} onClick={() => cancel.run()}>
          Cancel this order
        </button>
      )}
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
