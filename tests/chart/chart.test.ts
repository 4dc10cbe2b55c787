import { spawnSync } from 'node:child_process';

const hasHelm = spawnSync('helm', ['version', '--short']).status === 0;
// Left out loudly where helm is missing; in continuous integration that is a failure.
if (!hasHelm && process.env['CI'] !== 'true') process.stderr.write('helm is not on PATH: the chart is NOT tested\n');
const withHelm = hasHelm || process.env['CI'] === 'true' ? test : test.skip;

const template = (...args: string[]) =>
  spawnSync('helm', ['template', 'shop', 'charts/order-placing', ...args], { encoding: 'utf8' });
const set = (...values: string[]) => template(...values.flatMap((value) => ['--set', value]));
const objectsOf = (text: string, kind: string) =>
  text.split(/^---$/m).filter((part) => new RegExp(`^kind: ${kind}$`, 'm').test(part));
const named = (text: string, kind: string, name: string) =>
  objectsOf(text, kind).find((part) => part.includes(`\n  name: ${name}\n`)) ?? '';

withHelm.each(['services.order.replica=3', 'replicaCount=2', 'config.logLevl=info'])(
  'the unknown value %s is an error that names it',
  (value) => {
    const { status, stderr } = set(value);

    expect(status).not.toBe(0);
    expect(stderr).toContain(`'${value.split('=')[0]!.split('.').at(-1)!}' not allowed`);
  },
);

withHelm('zero replicas are zero', () => {
  const { stdout } = set('services.order.replicas=0');

  expect(named(stdout, 'Deployment', 'shop-order')).toContain('\n  replicas: 0\n');
  expect(named(stdout, 'Deployment', 'shop-auth')).toContain('\n  replicas: 2\n');
});

withHelm('an autoscaled service leaves its number of pods to the autoscaler', () => {
  const { stdout } = set('services.gateway.autoscaling.enabled=true');

  expect(named(stdout, 'Deployment', 'shop-gateway')).not.toMatch(/^ {2}replicas:/m);
  expect(objectsOf(stdout, 'HorizontalPodAutoscaler')).toHaveLength(1);
});

withHelm('only its callers reach the order service by gRPC', () => {
  const policy = named(set().stdout, 'NetworkPolicy', 'shop-order');
  const callers = [...policy.matchAll(/^ {14}app\.kubernetes\.io\/name: (\w+)$/gm)].map(([, name]) => name);

  expect(callers).toEqual(['gateway', 'processor']);
});

withHelm('a change of configuration rolls every deployment', () => {
  const sums = (text: string) => [...text.matchAll(/checksum\/config: (\w+)/g)].map(([, sum]) => sum);

  const before = sums(set().stdout);
  const after = sums(set('config.logLevel=debug').stdout);

  expect(before).toHaveLength(5);
  expect(after.filter((sum) => before.includes(sum))).toEqual([]);
});

withHelm.each(['local', 'staging', 'production'])('the values of %s render', (environment) => {
  const { status, stdout } = template('-f', `deploy/environments/${environment}.yaml`);

  expect(status).toBe(0);
  expect(objectsOf(stdout, 'Deployment')).toHaveLength(5);
});
