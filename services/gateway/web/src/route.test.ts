import { traceAddress } from './orders/trace-address';
import { routeOf } from './route';

test.each([
  ['', { view: 'shop', search: '' }],
  ['#/', { view: 'shop', search: '' }],
  ['#/?q=rain%20jacket', { view: 'shop', search: 'rain jacket' }],
  ['#/products/a%2Bb', { view: 'product', productId: 'a+b' }],
  ['#/products/%', { view: 'product', productId: '%' }],
  ['#/products', { view: 'not-found' }],
  ['#/basket', { view: 'basket' }],
  ['#/orders', { view: 'orders' }],
  ['#/orders/7b0f', { view: 'order', orderId: '7b0f' }],
  ['#/account', { view: 'account' }],
  ['#/sign-up', { view: 'sign-in', isNew: true, next: '' }],
  ['#/sign-in?next=basket', { view: 'sign-in', isNew: false, next: 'basket' }],
  ['#/reset-password?token=a-b_c', { view: 'reset-password', token: 'a-b_c' }],
  ['#/verify-email?token=a-b_c', { view: 'verify-email', token: 'a-b_c' }],
  ['#/admin', { view: 'admin', section: 'overview', id: '' }],
  ['#/admin/products/prod1', { view: 'admin', section: 'products', id: 'prod1' }],
  ['#/admin/elsewhere', { view: 'not-found' }],
  ['#/elsewhere', { view: 'not-found' }],
])('%p leads to a view', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test('only web addresses become a link to a trace', () => {
  expect(traceAddress('https://traces.example/trace/{traceId}', 'abc')).toBe('https://traces.example/trace/abc');
  expect(traceAddress('javascript:alert("{traceId}")', 'abc')).toBeUndefined();
  expect(traceAddress('', 'abc')).toBeUndefined();
});
