import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createProbes, readinessOf, type ReadinessCheck } from './probes';

const check = (name: string, required: boolean, answer: () => Promise<unknown>): ReadinessCheck => ({
  name,
  required,
  check: answer,
});
const answers = () => Promise.resolve();
const fails = () => Promise.reject(new Error('away'));
const throwsAtOnce = () => {
  throw new Error('not connected yet');
};

test.each([
  ['all answer', [check('a', true, answers), check('b', false, answers)], { ready: true, missing: [], degraded: [] }],
  ['what is a help is away', [check('b', false, fails)], { ready: true, missing: [], degraded: ['b'] }],
  ['what is needed is away', [check('a', true, fails)], { ready: false, missing: ['a'], degraded: [] }],
  ['what is needed was never there', [check('a', true, throwsAtOnce)], { ready: false, missing: ['a'], degraded: [] }],
])('when %s', async (_what, checks, readiness) => {
  expect(await readinessOf(checks)).toEqual(readiness);
});

test('a process is not ready before its parts are started nor once it drains, but alive', async () => {
  const port = await freePort();
  const probes = createProbes({ host: '127.0.0.1', port, checks: [check('a', true, answers)] });
  const statusOf = async (name: string) => (await fetch(`http://127.0.0.1:${String(port)}/${name}`)).status;
  await probes.start();

  probes.beginStart();
  expect([await statusOf('readyz'), await statusOf('healthz')]).toEqual([503, 200]);
  probes.endStart();
  expect([await statusOf('readyz'), await statusOf('healthz')]).toEqual([200, 200]);
  probes.drain();
  probes.endStart();
  expect([await statusOf('readyz'), await statusOf('healthz')]).toEqual([503, 200]);

  await probes.stop();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
