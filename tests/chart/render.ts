import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { parseAllDocuments } from 'yaml';

const hasHelm = spawnSync('helm', ['version', '--short']).status === 0;
// Left out loudly where helm is missing; in continuous integration that is a failure.
if (!hasHelm && process.env['CI'] !== 'true') process.stderr.write('helm is not on PATH: the chart is NOT tested\n');

/** `test`, where helm is. */
export const withHelm = hasHelm || process.env['CI'] === 'true' ? test : test.skip;

export const chart = 'charts/order-placing';

/** The key that the chart is given, since it makes none without a cluster. */
export const signingKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
}) as string;

/** Runs `helm template` on values of these. */
export const templateOf = (values: Values, ...args: string[]) =>
  spawnSync('helm', ['template', 'shop', chart, '-n', 'market', '-f', '-', ...args], {
    encoding: 'utf8',
    input: JSON.stringify({
      ...values,
      secrets: { ...values.secrets, jwt: { privateKey: signingKey, ...values.secrets?.jwt } },
    }),
  });

export const template = (...args: string[]) => templateOf({}, ...args);

/** Values of the chart as a file has them. */
export type Values = Record<string, unknown> & { secrets?: Record<string, object> & { jwt?: object } };

/** An object of the cluster, as far as tests look into it. */
export interface Manifest {
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  spec: Record<string, unknown>;
  data?: Record<string, string>;
  stringData?: Record<string, string>;
}

export interface Container {
  name: string;
  image: string;
  env: { name: string; value?: string; valueFrom?: object }[];
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
  initContainers?: [Container];
  serviceAccountName: string;
  volumes?: { name: string; secret?: { secretName: string } }[];
  terminationGracePeriodSeconds: number;
  securityContext: object;
  topologySpreadConstraints: { topologyKey: string }[];
}

/** The objects that the chart makes with these values: `a.b=c` as on helm's command line, and whole ones. */
export function render(values: string[] = [], whole: Values = {}) {
  const given = values.flatMap((value) => ['--set', value]);
  const { status, stdout, stderr } = templateOf(whole, ...given);
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
  const podTemplateOf = (service: string) =>
    named('Deployment', `shop-${service}`).spec['template'] as { metadata: Manifest['metadata']; spec: Pod };
  return { objects, ofKind, named, templateOf: podTemplateOf, podOf: (service: string) => podTemplateOf(service).spec };
}

export const services = ['auth', 'gateway', 'inventory', 'order', 'processor'];

/** What helm says where it refuses these values. */
export function refusalOf(values: string[], whole: Values = {}): string {
  const { status, stderr } = templateOf(whole, ...values.flatMap((value) => ['--set', value]));
  expect(status).not.toBe(0);
  return stderr;
}
