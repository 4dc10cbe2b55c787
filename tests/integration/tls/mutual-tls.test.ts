import { copyFileSync, writeFileSync } from 'node:fs';
import { createAuthority } from '../../support/certificates';
import { eventually } from '../../support/eventually';
import { once } from 'node:events';
import { startProgram } from '../inventory/run-program';
import { aCaller, aServer, endOfNameless, serialShown } from './a-greeter';

const authority = createAuthority();
const foreign = createAuthority();
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(() => {
  authority.remove();
  foreign.remove();
});

async function started(certificate = authority.aCertificate(['auth'])) {
  const server = await aServer(certificate.variables);
  stops.push(server.stop);
  const callerWith = (variables: Parameters<typeof aCaller>[1]) => {
    const caller = aCaller(server.address, variables);
    stops.push(caller.stop);
    return caller;
  };
  return { server, callerWith, certificate };
}

test('a caller with a certificate of the same authority is served', async () => {
  const { callerWith } = await started();

  const answer = await callerWith(authority.aCertificate(['gateway']).variables).call();

  expect(answer.issuer).toBe('a');
});

test('a caller without a certificate is refused', async () => {
  const { server, callerWith } = await started();

  await expect(callerWith({}).call()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(await endOfNameless(server.port, authority.aCertificate(['gateway']).variables)).toMatch(
    /certificate required/,
  );
});

test('a caller with a certificate of a foreign authority is refused', async () => {
  const { callerWith } = await started();
  const { GRPC_TLS_CERT, GRPC_TLS_KEY } = foreign.aCertificate(['gateway']).variables;
  // It believes the server, so what fails is the server's belief in it.
  const { GRPC_TLS_CA } = authority.aCertificate(['gateway']).variables;

  const call = callerWith({ GRPC_TLS_CERT, GRPC_TLS_KEY, GRPC_TLS_CA }).call();

  await expect(call).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
});

test('a server of a foreign authority is not believed', async () => {
  const stranger = foreign.aCertificate(['auth']).variables;
  const { GRPC_TLS_CA } = authority.aCertificate(['gateway']).variables;
  // It believes the caller, so what fails is the caller's belief in it.
  const { callerWith } = await started({
    ...authority.aCertificate(['auth']),
    variables: { ...stranger, GRPC_TLS_CA },
  });

  const call = callerWith(authority.aCertificate(['gateway']).variables).call();

  await expect(call).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
});

test('a server whose certificate is for another service is not believed', async () => {
  const { callerWith } = await started(authority.aCertificate(['inventory']));

  await expect(callerWith(authority.aCertificate(['gateway']).variables).call()).rejects.toMatchObject({
    kind: 'UNAVAILABLE',
  });
});

test('certificates are replaced during a stream of calls, and none of them fails', async () => {
  const { server, callerWith, certificate } = await started();
  const own = authority.aCertificate(['gateway']);
  const caller = callerWith(own.variables);
  const failures: unknown[] = [];
  let calls = 0;
  const enough = new AbortController();
  const calling = (async () => {
    while (!enough.signal.aborted) {
      await caller.call().catch((error: unknown) => failures.push(error));
      calls += 1;
    }
  })();
  await eventually(() => expect(calls).toBeGreaterThan(50));
  expect(await serialShown(server.port, own.variables)).toBe(certificate.serial);

  const next = certificate.replace();
  own.replace();
  server.reload();
  caller.reload();
  const before = calls;
  await eventually(() => expect(calls).toBeGreaterThan(before + 50));
  const shown = await serialShown(server.port, own.variables);
  enough.abort();
  await calling;

  expect(failures).toEqual([]);
  expect(shown).toBe(next);
  await expect(callerWith(authority.aCertificate(['gateway']).variables).call()).resolves.toMatchObject({
    issuer: 'a',
  });
});

test('a caller shows what its files hold now when it connects again', async () => {
  const { callerWith } = await started();
  const good = authority.aCertificate(['gateway']).variables;
  const own = foreign.aCertificate(['gateway']).variables;
  const caller = callerWith({ ...own, GRPC_TLS_CA: good.GRPC_TLS_CA });
  await expect(caller.call()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });

  copyFileSync(good.GRPC_TLS_CERT, own.GRPC_TLS_CERT);
  copyFileSync(good.GRPC_TLS_KEY, own.GRPC_TLS_KEY);
  caller.reload();

  await eventually(() => expect(caller.call()).resolves.toMatchObject({ issuer: 'a' }));
});

test('files that do not belong together leave the certificate before in place', async () => {
  const { server, certificate, callerWith } = await started();

  writeFileSync(certificate.variables.GRPC_TLS_KEY, 'half a key');
  server.reload();

  await expect(callerWith(authority.aCertificate(['gateway']).variables).call()).resolves.toMatchObject({
    issuer: 'a',
  });
});

test('a service that is told a certificate without its key names what is missing, and does not start', async () => {
  const { GRPC_TLS_CERT } = authority.aCertificate(['gateway']).variables;
  const service = startProgram('main', 'test_tls_', { env: { GRPC_TLS_CERT } });
  let told = '';
  service.stderr?.on('data', (text: Buffer) => (told += text.toString()));

  const [code] = (await once(service, 'close')) as [number];

  expect(code).toBe(1);
  expect(told).toContain('GRPC_TLS_CERT: is set, so GRPC_TLS_KEY and GRPC_TLS_CA must be set too');
});
