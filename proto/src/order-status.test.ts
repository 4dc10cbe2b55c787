import { fromWireStatus, orderStatuses, toWireStatus } from './order-status';

test.each(orderStatuses)('%s comes back from the wire', (status) => {
  expect(toWireStatus(status)).toBe(`ORDER_STATUS_${status.toUpperCase()}`);
  expect(fromWireStatus(toWireStatus(status))).toBe(status);
});

test('no status is unspecified on the wire', () => {
  expect(toWireStatus(undefined)).toBe('ORDER_STATUS_UNSPECIFIED');
  expect(fromWireStatus('ORDER_STATUS_UNSPECIFIED')).toBeUndefined();
});
