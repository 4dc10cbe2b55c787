import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';

const hasHelm = spawnSync('helm', ['version', '--short']).status === 0;
// Left out loudly where helm is missing; in continuous integration that is a failure.
if (!hasHelm && process.env['CI'] !== 'true') process.stderr.write('helm is not on PATH: the chart is NOT tested\n');

/** `test`, where helm is. */
export const withHelm = hasHelm || process.env['CI'] === 'true' ? test : test.skip;

export const template = (...args: string[]) =>
  spawnSync('helm', ['template', 'shop', 'charts/order-placing', '-n', 'market', ...args], { encoding: 'utf8' });

/** An object of the cluster, as far as tests look into it. */
export interface Manifest {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  spec: Record<string, unknown>;
  data?: Record<string, string>;
  stringData?: Record<string, string>;
}

export interface Container {
  env: { name: string; value: string }[];
  envFrom: { configMapRef?: { name: string }; secretRef?: { name: string } }[];
  volumeMounts?: { name: string; mountPath: string }[];
  securityContext: object;
  resources: { requests?: object };
  startupProbe?: { httpGet: { path: string } };
  livenessProbe?: { httpGet: { path: string } };
  readinessProbe?: { httpGet: { path: string } };
}

export interface Pod {
  containers: [Container];
  initContainers?: Container[];
  volumes?: { name: string; secret: { secretName: string } }[];
  terminationGracePeriodSeconds: number;
  securityContext: object;
  topologySpreadConstraints: { topologyKey: string }[];
}

/** The objects that the chart makes with these values; `apis` are kinds that the cluster knows besides. */
export function render(values: string[] = [], apis: string[] = []) {
  const given = [...values.flatMap((value) => ['--set', value]), ...apis.flatMap((api) => ['-a', api])];
  const { status, stdout, stderr } = template(...given);
  if (status !== 0) throw new Error(stderr);
  const objects = parseAllDocuments(stdout)
    .map((document) => document.toJS() as Manifest | null)
    .filter((object) => object !== null);

  const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);
  const named = (kind: string, name: string): Manifest => {
    const found = ofKind(kind).find(({ metadata }) => metadata.name === name);
    if (!found) throw new Error(`the chart makes no ${kind} ${name}`);
    return found;
  };
  const templateOf = (service: string) =>
    named('Deployment', `shop-${service}`).spec['template'] as { metadata: Manifest['metadata']; spec: Pod };
  return { ofKind, named, templateOf, podOf: (service: string) => templateOf(service).spec };
}

export const services = ['auth', 'gateway', 'inventory', 'order', 'processor'];
