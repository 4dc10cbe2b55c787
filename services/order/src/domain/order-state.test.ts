import { isFinal, nextStatus, type OrderAction, type OrderStatus } from './order-state';

const statuses: OrderStatus[] = ['Pending', 'Processed', 'Failed', 'Cancelled'];
const actions: OrderAction[] = ['process', 'fail', 'cancel'];
const allowed = new Map<string, OrderStatus>([
  ['Pending process', 'Processed'],
  ['Pending fail', 'Failed'],
  ['Pending cancel', 'Cancelled'],
]);
const everyMove = statuses.flatMap((status) => actions.map((action) => [status, action] as const));

test.each(everyMove)('a %s order that is told to %s moves as the table says, or not at all', (status, action) => {
  const expected = allowed.get(`${status} ${action}`);

  if (expected) expect(nextStatus(status, action)).toBe(expected);
  else expect(() => nextStatus(status, action)).toThrow(expect.objectContaining({ kind: 'ILLEGAL_STATE' }));
});

test('a cancel that comes too late has a code of its own', () => {
  expect(() => nextStatus('Processed', 'cancel')).toThrow(expect.objectContaining({ code: 'NOT_CANCELLABLE' }));
});

test('all but pending is final', () => {
  expect(statuses.filter(isFinal)).toEqual(['Processed', 'Failed', 'Cancelled']);
});
