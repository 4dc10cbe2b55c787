import { render, services, template, withHelm } from './render';

withHelm.each(['services.order.replica=3', 'replicaCount=2', 'config.logLevl=info', 'mutualTls.enable=true'])(
  'the unknown value %s is an error that names it',
  (value) => {
    const { status, stderr } = template('--set', value);

    expect(status).not.toBe(0);
    expect(stderr).toContain(`'${value.split('=')[0]!.split('.').at(-1)!}' not allowed`);
  },
);

withHelm.each(['config.logLevel=loud', 'services.order.replicas=-1', 'config.awsSqsQueueUrl=orders'])(
  'the value %s is refused for what it says',
  (value) => {
    const { status, stderr } = template('--set', value);

    expect(status).not.toBe(0);
    expect(stderr).toContain(value.split('=')[0]!.replaceAll('.', '/'));
  },
);

withHelm('a change of configuration rolls every deployment', () => {
  const sums = (rendered: ReturnType<typeof render>) =>
    services.map((service) => rendered.templateOf(service).metadata.annotations?.['checksum/config']);

  const before = sums(render());
  const after = sums(render(['config.logLevel=debug']));

  expect(before).not.toContain(undefined);
  expect(after.filter((sum) => before.includes(sum))).toEqual([]);
});

withHelm.each(['local', 'staging', 'production'])('the values of %s render', (environment) => {
  const { status, stdout } = template('-f', `deploy/environments/${environment}.yaml`);

  expect(status).toBe(0);
  expect(stdout.match(/^kind: Deployment$/gm)).toHaveLength(services.length);
});
