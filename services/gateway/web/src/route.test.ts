import { traceAddress } from './orders/trace-address';
import { routeOf } from './route';

test.each([
  ['', { view: 'shop' }],
  ['#/', { view: 'shop' }],
  ['#/orders', { view: 'orders' }],
  ['#/orders/7b0f', { view: 'order', orderId: '7b0f' }],
  ['#/sign-up', { view: 'sign-in', isNew: true }],
  ['#/admin', { view: 'admin' }],
  ['#/elsewhere', { view: 'not-found' }],
])('%p leads to a view', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test('only web addresses become a link to a trace', () => {
  expect(traceAddress('https://traces.example/trace/{traceId}', 'abc')).toBe('https://traces.example/trace/abc');
  expect(traceAddress('javascript:alert("{traceId}")', 'abc')).toBeUndefined();
  expect(traceAddress('', 'abc')).toBeUndefined();
});
