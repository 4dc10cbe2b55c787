import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { lastLogLines, runningPid, startBackground, stopBackground } from './background.mts';
import { runFolder } from './folders.mts';
import { freePorts } from '../../../tests/support/free-ports.ts';
import { planSystem } from './plan.mts';
import { stopUnwittingHolders } from './port-conflicts.mts';
import { settle } from './settings.mts';
import { waitUntil } from './wait.mts';

const plan = planSystem(settle({ real: {}, remembered: {}, development: {} }));

test('a service whose outgoing connection got the port of another is stopped and named', async (context) => {
  const folder = runFolder(mkdtempSync(path.join(tmpdir(), 'conflicts-')));
  const server = createServer().listen(0, '127.0.0.1');
  context.after(() => server.close());
  const wanted = Number((await freePorts(1))[0]);
  await startClient({ to: (server.address() as AddressInfo).port, from: wanted });

  const stopped = await stopUnwittingHolders(folder, { plan, ports: [{ port: wanted, variable: 'ORDER_GRPC_PORT' }] });

  assert.deepEqual(
    stopped.map(({ name }) => name),
    ['auth'],
  );
  assert.equal(runningPid(folder, 'auth'), undefined);

  async function startClient({ to, from }: { to: number; from: number }): Promise<void> {
    const source = `require('net').connect({ host: '127.0.0.1', port: ${to}, localPort: ${from} }, () => console.log('connected'))`;
    await startBackground(folder, 'auth', { command: process.execPath, args: ['-e', source] });
    assert.ok(await waitUntil(() => lastLogLines(folder, 'auth') === 'connected', { timeoutMs: 5_000 }));
  }
});

test('a service that listens on its own port is left alone', async () => {
  const folder = runFolder(mkdtempSync(path.join(tmpdir(), 'conflicts-')));
  const port = Number((await freePorts(1))[0]);
  const source = `require('net').createServer().listen(${port}, '127.0.0.1', () => console.log('listening'))`;
  const pid = await startBackground(folder, 'auth', { command: process.execPath, args: ['-e', source] });
  assert.ok(await waitUntil(() => lastLogLines(folder, 'auth') === 'listening', { timeoutMs: 5_000 }));

  const stopped = await stopUnwittingHolders(folder, { plan, ports: [{ port, variable: 'AUTH_GRPC_PORT' }] });

  assert.deepEqual(stopped, []);
  assert.equal(runningPid(folder, 'auth'), pid);
  await stopBackground(folder, 'auth');
});
