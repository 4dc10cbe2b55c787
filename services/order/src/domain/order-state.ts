import { DomainError } from '@orders/shared/errors';

export type OrderStatus = 'Pending' | 'Processed' | 'Failed' | 'Cancelled';
export type OrderAction = 'process' | 'fail' | 'cancel';

/** Every move that exists; what is not here is forbidden. */
const transitions: Record<OrderStatus, Partial<Record<OrderAction, OrderStatus>>> = {
  Pending: { process: 'Processed', fail: 'Failed', cancel: 'Cancelled' },
  Processed: {},
  Failed: {},
  Cancelled: {},
};

/** The status an order enters, or an error where it may not take that action. */
export function nextStatus(status: OrderStatus, action: OrderAction): OrderStatus {
  const next = transitions[status][action];
  if (next) return next;
  throw new DomainError('ILLEGAL_STATE', {
    code: action === 'cancel' ? 'NOT_CANCELLABLE' : 'ILLEGAL_TRANSITION',
    message: `a ${status} order cannot take the action ${action}`,
    details: { status },
  });
}

/** Whether an order stays as it is for good. */
export const isFinal = (status: OrderStatus): boolean => Object.keys(transitions[status]).length === 0;
