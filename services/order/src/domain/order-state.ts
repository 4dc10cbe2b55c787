import type { OrderStatus } from '@orders/proto/order-status';
import { DomainError } from '@orders/shared/errors';

export type OrderAction = 'process' | 'fail' | 'cancel';

/** Every allowed move. */
const transitions: Record<OrderStatus, Partial<Record<OrderAction, OrderStatus>>> = {
  Pending: { process: 'Processed', fail: 'Failed', cancel: 'Cancelled' },
  Processed: {},
  Failed: {},
  Cancelled: {},
};

/** The status after an action, or an error if the action is not allowed. */
export function nextStatus(status: OrderStatus, action: OrderAction): OrderStatus {
  const next = transitions[status][action];
  if (next) return next;
  throw new DomainError('ILLEGAL_STATE', {
    code: action === 'cancel' ? 'NOT_CANCELLABLE' : 'ILLEGAL_TRANSITION',
    message: `a ${status} order cannot take the action ${action}`,
    details: { status },
  });
}

/** Whether nothing can change an order any more. */
export const isFinal = (status: OrderStatus): boolean => Object.keys(transitions[status]).length === 0;
