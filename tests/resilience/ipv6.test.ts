import { connect } from 'node:net';
import { healthOf } from '../support/grpc-operations';
import { serviceNames } from '../support/service-process';
import { replicaNamed } from '../support/system-layout';
import { useSystem } from '../support/use-system';

// All listen at ::1 alone, but one that listens at every address, as in a cluster.
const everywhere = 'order';
const context = useSystem({ host: '[::1]', envOf: { [everywhere]: { LISTEN_HOST: '::' } } });

test('without any IPv4 address an order is placed and Processed', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 1 });

  const { body } = await shop.place(buyer, [{ productId, quantity: 1 }]);

  expect((await shop.untilFinal(buyer, body.order.orderId)).status).toBe('Processed');
});

test.each(serviceNames)('%s serves metrics, health and its own port at ::1', async (service) => {
  const { port, metricsPort } = replicaNamed(context.system.layout, service);

  const metrics = await fetch(`http://[::1]:${metricsPort}/metrics`);
  const ready = await fetch(`http://[::1]:${metricsPort}/readyz`);

  expect([metrics.status, ready.status]).toEqual([200, 200]);
  expect(await ready.json()).toMatchObject({ missing: [], degraded: [] });
  if (service !== 'gateway') expect(await healthOf(`[::1]:${port}`, '')).toBe('SERVING');
  expect(await isOpen('::1', port)).toBe(true);
  expect(await isOpen('127.0.0.1', port)).toBe(service === everywhere);
  expect(await isOpen('127.0.0.1', metricsPort)).toBe(service === everywhere);
});

const isOpen = (host: string, port: string) =>
  new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
