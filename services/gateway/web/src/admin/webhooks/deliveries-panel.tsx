import { useState } from 'preact/hooks';
import { usePage } from '../../page-context';
import { useAction } from '../../state/use-action';
import { usePages } from '../../state/use-pages';
import { SelectField } from '../../ui/field';
import { ListState } from '../../ui/list-state';
import { LoadMore } from '../../ui/load-more';
import { Mark } from '../../ui/status-mark';
import { Time } from '../../ui/time-text';
import { storyHref } from '../orders/story';
import { deliveryStatuses, deliveryText, deliveryTones, webhooksPath, type Delivery } from './webhook';

const intervalMs = 3_000;

/** What was sent to a receiver, and what it answered. */
export function DeliveriesPanel({ webhookId }: { webhookId: string }) {
  const { api } = usePage();
  const [status, setStatus] = useState('');
  const path = `${webhooksPath}/${webhookId}/deliveries`;
  const { items, error, reload, loadMore, isLoadingMore } = usePages({
    key: status,
    load: async (cursor) => {
      const query = new URLSearchParams({ limit: '20', ...(status && { status }), ...(cursor && { cursor }) });
      const page = await api<{ deliveries: Delivery[]; nextCursor: string | null }>(`${path}?${query}`);
      return { items: page.deliveries, nextCursor: page.nextCursor };
    },
    idOf: ({ id }) => id,
    intervalMs,
  });
  const resend = useAction(async (id: string) => {
    await api(`${path}/${id}/resend`, { method: 'POST' });
    reload();
  });
  return (
    <section class="panel" aria-labelledby="deliveries-heading">
      <div class="row">
        <h2 id="deliveries-heading">Deliveries</h2>
        <SelectField label="Status" value={status} options={deliveryStatuses} onSelect={setStatus} />
      </div>
      <ListState items={items} error={error ?? resend.error} reload={reload} empty="None yet." />
      <ul class="rows">
        {items?.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} isBusy={resend.isBusy} onResend={resend.run} />
        ))}
      </ul>
      <LoadMore label="Older deliveries" isBusy={isLoadingMore} loadMore={loadMore} />
    </section>
  );
}

interface DeliveryRowProps {
  delivery: Delivery;
  isBusy: boolean;
  onResend: (id: string) => void;
}

function DeliveryRow({ delivery, isBusy, onResend }: DeliveryRowProps) {
  const { id, event, orderId, status, nextAttemptAt, lastResponse } = delivery;
  return (
    <li>
      <div>
        <code>{event}</code> {orderId && <a href={storyHref(orderId)}>Order {orderId.slice(0, 8)}</a>}
        <p class="quiet">
          {deliveryText(delivery)}
          {status === 'pending' && nextAttemptAt && (
            <>
              {', next '}
              <Time at={nextAttemptAt} />
            </>
          )}
        </p>
        {lastResponse && (
          <details>
            <summary>What it answered</summary>
            <pre>{lastResponse}</pre>
          </details>
        )}
      </div>
      <div class="actions">
        <Mark word={status} tone={deliveryTones[status]} />
        <button
          type="button"
          class="button quiet small"
          disabled={isBusy}
          aria-label={`Resend ${event} ${orderId?.slice(0, 8) ?? ''}`}
          onClick={() => onResend(id)}
        >
          Resend
        </button>
      </div>
    </li>
  );
}
