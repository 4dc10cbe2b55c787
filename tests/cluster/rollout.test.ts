import { eventually } from '../support/eventually';
import { startLoad } from '../support/load';
import type { User } from '../support/shop';
import { expectNothingLost } from './expect-nothing-lost';
import { fillNameServer } from './fill-name-server';
import { createNamespace, deleteNamespace } from './namespace';
import { installRelease, podsOf, services, shopOf, untilRolledOut, upgradeRelease, type ClusterShop } from './release';
import { kubectl } from './run';
import { startStrictLoad } from './strict-load';

const [namespace, upgraded] = ['order-placing-test-rollout', 'order-placing-test-upgrade'];
const previousChart = 'tests/cluster/previous-chart/order-placing-0.1.0.tgz';
const stock = 100_000;

jest.setTimeout(300_000);
afterAll(() => Promise.all([namespace, upgraded].map(deleteNamespace)));

describe('a release under load', () => {
  let shop: ClusterShop;
  let buyer: User;
  let productId: string;

  beforeAll(async () => {
    ({ shop } = await installRelease({ namespace, mutualTls: true }));
    await fillNameServer(namespace);
  });

  beforeEach(async () => {
    [buyer, productId] = [await shop.aUser(), await shop.aProduct({ stock })];
  });

  test.each(services)('restarts its %s without one failed request', async (service) => {
    const load = startStrictLoad({ shop, buyer, productId });
    await load.more(20);

    await kubectl('rollout', 'restart', '-n', namespace, `deploy/orders-${service}`);
    await untilRolledOut(namespace, service);
    await untilGone(service, 1);
    await load.more(20);

    await load.stop();
    expect(load.failures).toEqual([]);
    await expectNothingLost({ shop, buyer, productId, stock, placed: load.placed });
  });

  test('loses nothing when a pod of each service is killed, to clients that try again with their key', async () => {
    const load = startLoad({ shop, buyer, productId });
    await load.more(20);

    for (const service of services) {
      const [pod = ''] = await podsOf(namespace, service);
      await kubectl('delete', 'pod', '-n', namespace, pod, '--grace-period=0', '--force');
      await untilRolledOut(namespace, service);
      await load.more(20);
    }

    expect(await load.stop()).toEqual([]);
    await expectNothingLost({ shop, buyer, productId, stock, placed: load.placed });
  });
});

test('an upgrade from the previous chart under load loses no order and fails no request', async () => {
  await createNamespace(upgraded);
  await upgradeRelease({ namespace: upgraded, from: previousChart });
  const shop = await shopOf(upgraded);
  const [buyer, productId] = [await shop.aUser(), await shop.aProduct({ stock })];
  const load = startStrictLoad({ shop, buyer, productId });
  await load.more(20);

  // Another value as well, so that pods are replaced however alike the two charts are. Mutual TLS cannot be switched under load.
  await upgradeRelease({ namespace: upgraded, set: ['--set', 'config.logLevel=warn,mutualTls.enabled=false'] });
  await load.more(20);

  await load.stop();
  expect(load.failures).toEqual([]);
  await expectNothingLost({ shop, buyer, productId, stock, placed: load.placed });
});

/** A rollout counts as done while old pods still finish their work; the load must outlast them. */
const untilGone = (service: string, left: number) =>
  eventually(async () => {
    const selector = `app.kubernetes.io/instance=orders,app.kubernetes.io/name=${service}`;
    const names = await kubectl('get', 'pods', '-n', namespace, '-l', selector, '-o', 'name');
    expect(names.trim().split('\n')).toHaveLength(left);
  }, 60_000);
