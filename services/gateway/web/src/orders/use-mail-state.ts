import { useState } from 'preact/hooks';
import { usePage } from '../page-context';
import { usePolled } from '../state/use-polled';
import { isFinal, type Order } from './order';
import type { MailState } from './order-steps';

const intervalMs = 1_500;

/** How far the confirmation of an order is, by the ledger of mails. */
export function useMailState(order: Order): MailState {
  const { api } = usePage();
  const [isDone, setDone] = useState(false);
  const { value } = usePolled<MailState>(
    async () => {
      const { mail } = await api<{ mail: MailState | null }>(`/api/order/${order.orderId}/mail`);
      const state = mail ?? { state: 'none' };
      setDone(state.state !== 'none' && state.state !== 'owed');
      return state;
    },
    { intervalMs: isDone ? 0 : intervalMs, key: String(isFinal(order)) },
  );
  return value ?? { state: 'unknown' };
}
