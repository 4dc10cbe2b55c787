import { refusalOf, render, services, template, withHelm } from './render';

withHelm.each(['services.order.replica=3', 'replicaCount=2', 'config.logLevl=info', 'mutualTls.enable=true'])(
  'the unknown value %s is an error that names it',
  (value) => {
    const { status, stderr } = template('--set', value);

    expect(status).not.toBe(0);
    expect(stderr).toContain(`'${value.split('=')[0]!.split('.').at(-1)!}' not allowed`);
  },
);

withHelm.each([
  'config.logLevel=loud',
  'config.currency=euro',
  'services.order.replicas=-1',
  'config.awsSqsQueueUrl=orders',
])('the value %s is refused for what it says', (value) => {
  const { status, stderr } = template('--set', value);

  expect(status).not.toBe(0);
  expect(stderr).toContain(value.split('=')[0]!.replaceAll('.', '/'));
});

withHelm('a change of configuration rolls every deployment', () => {
  const sums = (rendered: ReturnType<typeof render>) =>
    services.map((service) => rendered.templateOf(service).metadata.annotations?.['checksum/config']);

  const before = sums(render());
  const after = sums(render(['config.logLevel=debug']));

  expect(before).not.toContain(undefined);
  expect(after.filter((sum) => before.includes(sum))).toEqual([]);
});

withHelm.each([
  ...['local', 'staging', 'production', 'openshift'].map((name) => `deploy/environments/${name}.yaml`),
  'tests/cluster/every-setting.yaml',
])('the values of %s render', (file) => {
  const { status, stdout } = template('-f', file);

  expect(status).toBe(0);
  expect(stdout.match(/^kind: Deployment$/gm)).toHaveLength(services.length);
});

withHelm('the servers listen where they are told to', () => {
  const hostIn = (rendered: ReturnType<typeof render>) =>
    rendered.named('ConfigMap', 'shop-config').data?.['LISTEN_HOST'];

  expect([hostIn(render()), hostIn(render(['config.listenHost=::']))]).toEqual(['0.0.0.0', '::']);
});

withHelm('mails are sent with the configuration set of SES that the values name', () => {
  const setIn = (values: string[]) =>
    render(values).named('ConfigMap', 'shop-config').data?.['AWS_SES_CONFIGURATION_SET'];

  expect([setIn([]), setIn(['config.awsSesConfigurationSet=shop_mails'])]).toEqual(['', 'shop_mails']);
  expect(refusalOf(['config.awsSesConfigurationSet=shop mails'])).toContain('config/awsSesConfigurationSet');
});

withHelm('the gateway keeps idle connections longer than the load balancer in front is said to', () => {
  const secondsIn = (values: string[]) => render(values).named('ConfigMap', 'shop-config').data?.['KEEP_ALIVE_SECONDS'];

  expect([secondsIn([]), secondsIn(['config.keepAliveSeconds=620'])]).toEqual(['65', '620']);
  expect(refusalOf(['config.keepAliveSeconds=0'])).toContain('config/keepAliveSeconds');
});

withHelm('a tag that is a number is refused with what to do, since 1.10 would be 1.1', () => {
  expect(refusalOf(['image.tag=20261129'])).toContain('--set-string image.tag=');
  expect(refusalOf([], { image: { tag: 1.1 } })).toContain('image.tag is the number 1.1');
});

withHelm('images come from the registry of the chart, or of its parent, by tag or by digest', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const imageOf = (values: string[], service = 'order') => render(values).podOf(service).containers[0].image;

  expect(imageOf(['image.registry=r.example/shop/', 'image.tag=1.2.3'])).toBe(
    'r.example/shop/order-placing-order:1.2.3',
  );
  expect(imageOf(['global.imageRegistry=mirror.example'])).toMatch(/^mirror\.example\/order-placing-order:\d/);
  expect(imageOf(['global.imageRegistry=mirror.example', 'image.registry=r.example'])).toMatch(/^r\.example/);
  expect(imageOf([`image.digests.order=${digest}`])).toBe(`order-placing-order@${digest}`);
  expect(imageOf([`image.digests.order=${digest}`], 'auth')).toMatch(/^order-placing-auth:\d/);
  expect(refusalOf(['image.digests.order=latest'])).toContain('image/digests/order');
});

withHelm.each([
  ['image.pullSecrets[0]=ours', 'ours'],
  ['global.imagePullSecrets[0]=theirs', 'theirs'],
  ['global.imagePullSecrets[0].name=theirs', 'theirs'],
])('with %s pods pull with the Secret %s', (value, name) => {
  const rendered = render([value]);

  expect(rendered.podOf('order')).toMatchObject({ imagePullSecrets: [{ name }] });
  expect(rendered.ofKind('Pod')[0]!.spec).toMatchObject({ imagePullSecrets: [{ name }] });
});
