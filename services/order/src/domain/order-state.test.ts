import { orderStatuses, type OrderStatus } from '@orders/proto/order-status';
import { isFinal, nextStatus, type OrderAction } from './order-state';

const actions: OrderAction[] = ['process', 'fail', 'cancel'];
const allowed = new Map<string, OrderStatus>([
  ['Pending process', 'Processed'],
  ['Pending fail', 'Failed'],
  ['Pending cancel', 'Cancelled'],
]);
const everyMove = orderStatuses.flatMap((status) => actions.map((action) => [status, action] as const));

test.each(everyMove)('a %s order takes the action %s as the table says, or not at all', (status, action) => {
  const expected = allowed.get(`${status} ${action}`);

  if (expected) expect(nextStatus(status, action)).toBe(expected);
  else expect(() => nextStatus(status, action)).toThrow(expect.objectContaining({ kind: 'ILLEGAL_STATE' }));
});

test('a cancel that comes too late has its own error code', () => {
  expect(() => nextStatus('Processed', 'cancel')).toThrow(expect.objectContaining({ code: 'NOT_CANCELLABLE' }));
});

test('every status except Pending is final', () => {
  expect(orderStatuses.filter(isFinal)).toEqual(['Processed', 'Failed', 'Cancelled']);
});
