import { eventually } from '../support/eventually';
import { deleteNamespace } from './namespace';
import { installRelease, podsOf, untilRolledOut, type ClusterShop } from './release';
import { kubectl } from './run';
import { startStrictLoad } from './strict-load';

const namespace = 'order-placing-test-scaling';
const autoscaled = {
  autoscaling: { enabled: true, minReplicas: 1, maxReplicas: 3, scaleDownStabilizationSeconds: 15 },
  resources: { requests: { cpu: '50m' } },
};
const stock = 100_000;
let shop: ClusterShop;

jest.setTimeout(360_000);
beforeAll(async () => {
  ({ shop } = await installRelease({
    namespace,
    set: ['--set-json', `services.gateway=${JSON.stringify(autoscaled)}`],
  }));
});
afterAll(() => deleteNamespace(namespace));

test('the gateway scales up under load and down after it, without one failed request', async () => {
  const [buyer, productId] = [await shop.aUser(), await shop.aProduct({ stock })];
  const hard = startStrictLoad({ shop, buyer, productId, clients: 8, pauseMs: 20 });
  await eventually(async () => expect((await podsOf(namespace, 'gateway')).length).toBeGreaterThan(1), 120_000);
  await untilRolledOut(namespace, 'gateway');
  await hard.more(50);
  await hard.stop();

  // A little load goes on, so that a pod that goes too early would be noticed.
  const light = startStrictLoad({ shop, buyer, productId, clients: 1, pauseMs: 500 });
  await eventually(async () => expect(await podsOf(namespace, 'gateway')).toHaveLength(1), 150_000);
  await light.more(10);
  await light.stop();

  expect([...hard.failures, ...light.failures]).toEqual([]);
});

test.each(['order', 'inventory'])('new pods of %s get their share of the calls within 30 s', async (service) => {
  const [buyer, productId] = [await shop.aUser(), await shop.aProduct({ stock })];
  const load = startStrictLoad({ shop, buyer, productId, pauseMs: 50 });
  await load.more(20);

  await kubectl('scale', '-n', namespace, `deploy/orders-${service}`, '--replicas=3');
  await untilRolledOut(namespace, service);
  await eventually(async () => {
    const shares = await sharesDuring(service, () => load.more(60));
    expect(shares).toHaveLength(3);
    expect(Math.min(...shares)).toBeGreaterThan(0.2);
  }, 30_000);

  await load.stop();
  expect(load.failures).toEqual([]);
});

/** Which part of a service's calls each of its pods answered meanwhile. */
async function sharesDuring(service: string, work: () => Promise<void>): Promise<number[]> {
  const pods = await podsOf(namespace, service);
  const read = () => Promise.all(pods.map((pod) => callsAnswered(service, pod)));
  const before = await read();
  await work();
  const counts = (await read()).map((count, index) => count - before[index]!);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

const metricsPorts: Record<string, number> = { inventory: 9462, order: 9463 };

async function callsAnswered(service: string, pod: string): Promise<number> {
  const path = `/api/v1/namespaces/${namespace}/pods/${pod}:${String(metricsPorts[service])}/proxy/metrics`;
  const lines = (await kubectl('get', '--raw', path)).matchAll(/^rpc_server_duration_seconds_count\S* (\d+)$/gm);
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}
