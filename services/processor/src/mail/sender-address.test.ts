import { senderAddress } from './sender-address';

test.each([
  ['orders@example.com', 'orders@example.com'],
  ['Order Desk <orders@example.com>', 'Order Desk <orders@example.com>'],
  ['"Order Desk" <orders@example.com>', 'Order Desk <orders@example.com>'],
  ['Orders, Inc. <orders@example.com>', '"Orders, Inc." <orders@example.com>'],
  ['Käthe <orders@example.com>', '=?UTF-8?B?S8OkdGhl?= <orders@example.com>'],
])('%s is sent from %s', (text, header) => {
  expect(senderAddress(text)).toEqual({ header, address: 'orders@example.com' });
});
