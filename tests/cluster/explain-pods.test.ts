import { deleteNamespace } from './namespace';
import { installRelease } from './release';

const namespace = 'order-placing-test-explain';

jest.setTimeout(120_000);
afterAll(() => deleteNamespace(namespace));

test('a release that does not come up says of each kind of pod why', async () => {
  const noProgram = JSON.stringify({
    containers: [{ name: 'inventory', command: ['node', '-e', 'throw Error("x")'] }],
  });
  const tooLittle = JSON.stringify({ resources: { limits: { memory: '24Mi' }, requests: { memory: '24Mi' } } });
  const neverReady = JSON.stringify({
    containers: [{ name: 'gateway', readinessProbe: { httpGet: { path: '/nowhere' } } }],
  });

  const failure = installRelease({
    namespace,
    timeout: '40s',
    set: [
      ...['--set', 'services.order.image=nowhere.example/order:1'],
      ...['--set-json', `services.inventory.podSpec=${noProgram}`],
      ...['--set-json', `services.auth=${tooLittle}`],
      ...['--set-json', `services.gateway.podSpec=${neverReady}`],
    ],
  }).then(
    () => 'it came up',
    (error: unknown) => String(error),
  );

  const message = await failure;
  expect(message).toMatch(/orders-order-\S+, container migrate: (ErrImagePull|ImagePullBackOff): .*nowhere\.example/);
  expect(message).toMatch(/orders-inventory-\S+, container inventory: .*ended with Error \(exit code 1\)/);
  expect(message).toMatch(/orders-auth-\S+, container migrate: .*OOMKilled/);
  expect(message).toMatch(
    /orders-gateway-\S+, container gateway: runs, but is not ready; Readiness probe failed: .*404/,
  );
});
