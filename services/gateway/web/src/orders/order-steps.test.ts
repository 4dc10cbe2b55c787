import type { Order, OrderStatus } from './order';
import { durationText, orderSteps, type MailState } from './order-steps';

const anOrder = (status: OrderStatus) =>
  ({ status, createdAt: '2026-11-24T12:00:00.000Z', updatedAt: '2026-11-24T12:00:00.188Z' }) as Order;
const states = (status: OrderStatus, state: MailState['state']) =>
  orderSteps(anOrder(status), { state }).map(({ name, state }) => `${name}: ${state}`);

test.each<[OrderStatus, MailState['state'], string[]]>([
  ['Pending', 'none', ['Placed: done', 'Processing: now', 'Mail: next']],
  ['Processed', 'owed', ['Placed: done', 'Confirmed: done', 'Mail: now']],
  ['Processed', 'sent', ['Placed: done', 'Confirmed: done', 'Mailed: done']],
  ['Processed', 'rejected', ['Placed: done', 'Confirmed: done', 'Not mailed: bad']],
  ['Failed', 'sent', ['Placed: done', 'Failed: bad', 'Mailed: done']],
  ['Processed', 'unknown', ['Placed: done', 'Confirmed: done']],
  ['Cancelled', 'dropped', ['Placed: done', 'Cancelled: bad']],
])('a %s order whose mail is %s', (status, mail, steps) => {
  expect(states(status, mail)).toEqual(steps);
});

test('it says how long the order took', () => {
  expect(orderSteps(anOrder('Processed'), { state: 'unknown' })[1]?.note).toBe('After 188 ms');
});

test.each([
  [-3, '0 ms'],
  [1_240, '1.2 s'],
  [150_000, '3 min'],
  [7_200_000, '2 h'],
])('%d ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
