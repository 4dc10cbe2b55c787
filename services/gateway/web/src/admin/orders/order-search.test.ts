import { searchOf } from './order-search';

const orderId = '7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b';
const userId = '66f0c0ffee66f0c0ffee66f0';

test.each([
  ['', { filter: {} }],
  [` ${orderId.toUpperCase()} `, { orderId, filter: {} }],
  [userId, { filter: { userId } }],
  ['7B0F3F0A', { filter: { id: '7b0f3f0a' } }],
  ['7b0f3f0a-5f3e', { filter: { id: '7b0f3f0a-5f3e' } }],
  [' Ada@example.org ', { filter: { email: 'Ada@example.org' } }],
])('%p is searched by %p', (text, search) => {
  expect(searchOf(text)).toEqual(search);
});

test('what can be searched is said where the text is something else', () => {
  expect(searchOf('7b0f3f0').problem).toMatch(/address, an order id .* user id/);
});
