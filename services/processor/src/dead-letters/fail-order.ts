import type { OrderStatus } from '@orders/proto/order-status';
import { DomainError } from '@orders/shared/errors';
import type { Once } from './once';
import type { RecordAction } from './operator-actions';

export interface FailOrderNeeds {
  /** Fails a pending order; the status it has then, undefined where there is no such order. */
  orders: { fail: (orderId: string, reason: string) => Promise<OrderStatus | undefined> };
  recordAction: RecordAction;
  once: Once;
}

export interface FailOrder {
  operator: string;
  operationId: string;
  orderId: string;
  /** Shown to the buyer. */
  reason: string;
}

/** Fails a pending order whose message cannot be waited for, as discarding its dead letter does. */
export const createFailOrder =
  ({ orders, recordAction, once }: FailOrderNeeds) =>
  async (request: FailOrder): Promise<void> => {
    const action = { act: 'fail' as const, ...request };
    await once(action, async () => {
      const recordOutcome = await recordAction(action);
      const status = await orders.fail(request.orderId, request.reason);
      const result = status === 'Failed' ? { status } : undefined;
      await recordOutcome(status ? `the order is ${status}` : 'there is no order', result);
      return result ?? refuse(request.orderId, status);
    });
  };

function refuse(orderId: string, status: OrderStatus | undefined): never {
  if (!status) throw new DomainError('NOT_FOUND', { code: 'ORDER_NOT_FOUND', message: `there is no order ${orderId}` });
  throw new DomainError('ILLEGAL_STATE', {
    code: 'ORDER_IS_FINAL',
    message: `the order is ${status}, so it cannot be given up`,
    details: { status },
  });
}
