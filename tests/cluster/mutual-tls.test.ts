import { askHealth } from './ask-health';
import { deleteNamespace, secretOf } from './namespace';
import { installRelease, upgradeRelease } from './release';

const namespace = 'order-placing-test-tls';
const mutualTls = ['--set', 'mutualTls.enabled=true'];
const unavailable = 14;

jest.setTimeout(240_000);
afterAll(() => deleteNamespace(namespace));

test('with mutual TLS an order is Processed, and callers without a certificate get no answer', async () => {
  const { shop } = await installRelease({ namespace, set: mutualTls });
  const [productId, buyer] = [await shop.aProduct({ stock: 1 }), await shop.aUser()];

  const { body } = await shop.place(buyer, [{ productId, quantity: 1 }]);

  expect((await shop.untilFinal(buyer, body.order.orderId as string, 60_000)).status).toBe('Processed');
  for (const service of ['auth', 'inventory', 'order', 'processor']) {
    expect([service, await askHealth(namespace, service, 'its certificate')]).toEqual([service, 0]);
    expect([service, await askHealth(namespace, service, 'no certificate')]).toEqual([service, unavailable]);
    expect([service, await askHealth(namespace, service, 'plain text')]).toEqual([service, unavailable]);
  }
});

test('the certificates that the chart made survive an upgrade', async () => {
  const before = await secretOf(namespace, 'orders-grpc');

  await upgradeRelease({ namespace, set: mutualTls });

  expect(Object.keys(before).sort()).toEqual(['ca.crt', 'tls.crt', 'tls.key']);
  expect(await secretOf(namespace, 'orders-grpc')).toEqual(before);
});
