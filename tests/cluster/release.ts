import { shopAt } from '../support/shop';
import { requiredVariable } from '../support/test-database';
import { chart, hasMutualTls, valuesFor } from './chart-values';
import { createNamespace } from './namespace';
import { kubectl, runAny } from './run';

export const services = ['auth', 'inventory', 'order', 'processor', 'gateway'];

export interface ReleaseOptions {
  namespace: string;
  /** A folder or a packaged chart; ours where nothing is said. */
  from?: string;
  /** Arguments of helm that lay values over those of all tests. */
  set?: string[];
  /** Whether the services show each other certificates; all releases do, or none, where MUTUAL_TLS is on or off. */
  mutualTls?: boolean;
  /** How long helm waits for the pods. */
  timeout?: string;
}

/** Installs the chart into a new namespace and waits until every pod is ready. */
export async function installRelease(options: ReleaseOptions) {
  await createNamespace(options.namespace);
  await upgradeRelease(options);
  return { namespace: options.namespace, shop: await shopOf(options.namespace) };
}

/** Installs or upgrades, and waits; where pods do not come up, the error says why. */
export async function upgradeRelease({
  namespace,
  from = chart,
  set = [],
  mutualTls = false,
  timeout = '180s',
}: ReleaseOptions) {
  const args = ['upgrade', '--install', 'orders', from, '-n', namespace, '-f', '-', '--wait', '--timeout', timeout];
  const input = JSON.stringify(valuesFor(namespace, { mutualTls: from === chart && hasMutualTls(mutualTls) }));
  const { exitCode, stdout, stderr } = await runAny('helm', [...args, ...set], { input });
  if (exitCode === 0) return;
  const explanation = await runAny('scripts/with-node', ['scripts/cluster/explain-pods.mts', namespace]);
  throw new Error(`helm ${args.join(' ')} failed:\n${stderr}${stdout}\n${explanation.stdout}${explanation.stderr}`);
}

/** The API of a release, asked from outside of the cluster. */
export async function shopOf(namespace: string, release = 'orders') {
  const port = await kubectl(
    'get',
    'service',
    '-n',
    namespace,
    `${release}-gateway`,
    '-o',
    'jsonpath={.spec.ports[?(@.name=="http")].nodePort}',
  );
  return shopAt({
    urls: [`http://${requiredVariable('CLUSTER_TEST_ADDRESS')}:${port}`],
    grantAdminRole: (email) =>
      kubectl(
        'exec',
        '-n',
        namespace,
        `deploy/${release}-auth`,
        '-c',
        'auth',
        '--',
        'node',
        'dist/admin-grant.js',
        email,
      ),
  });
}

export type ClusterShop = Awaited<ReturnType<typeof shopOf>>;

/** Waits until a changed deployment has its new pods, and none of the old ones. */
export const untilRolledOut = (namespace: string, service: string) =>
  kubectl('rollout', 'status', '-n', namespace, `deploy/orders-${service}`, '--timeout=120s');

/** Names of a service's running pods that are not on their way out. */
export async function podsOf(namespace: string, service: string): Promise<string[]> {
  const selector = `app.kubernetes.io/instance=orders,app.kubernetes.io/name=${service}`;
  const { items } = JSON.parse(await kubectl('get', 'pods', '-n', namespace, '-l', selector, '-o', 'json')) as Pods;
  return items.filter(({ metadata }) => metadata.deletionTimestamp === undefined).map(({ metadata }) => metadata.name);
}

interface Pods {
  items: { metadata: { name: string; deletionTimestamp?: string } }[];
}
