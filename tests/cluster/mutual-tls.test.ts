import { X509Certificate } from 'node:crypto';
import { askHealth, askOrder } from './ask-grpc';
import { deleteNamespace, secretOf } from './namespace';
import { installRelease, upgradeRelease } from './release';

const namespace = 'order-placing-test-tls';
const mutualTls = ['--set', 'mutualTls.enabled=true'];
const [unavailable, permissionDenied, invalidArgument] = [14, 7, 3];

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

test('the certificates that the chart made survive an upgrade, and each is for one name', async () => {
  const names = ['grpc-authority', ...callers.map((caller) => `${caller}-grpc`)];
  const secrets = () => Promise.all(names.map((name) => secretOf(namespace, `orders-${name}`)));
  const before = await secrets();

  await upgradeRelease({ namespace, set: mutualTls });

  expect(await secrets()).toEqual(before);
  expect(before.slice(1).map((secret) => Object.keys(secret).sort())).toEqual(callers.map(() => files));
  expect(before.slice(1).map((secret) => certificateIn(secret).subjectAltName)).toEqual(
    callers.map((caller) => `DNS:${caller}`),
  );
});

test('from the pod of a gateway, with its certificate, nobody settles an order', async () => {
  expect(await askOrder(namespace, 'SettleOrders')).toBe(permissionDenied);
  expect(await askOrder(namespace, 'PlaceOrder')).toBe(invalidArgument);
});

const callers = ['auth', 'gateway', 'inventory', 'operator', 'order', 'processor'];
const files = ['ca.crt', 'tls.crt', 'tls.key'];

const certificateIn = (secret: Record<string, string>) =>
  new X509Certificate(Buffer.from(secret['tls.crt']!, 'base64'));
