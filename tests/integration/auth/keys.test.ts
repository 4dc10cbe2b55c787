import { createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { decode, verify, type JwtPayload } from 'jsonwebtoken';
import { anAuthSystem, type AuthSystem, type Replica } from './auth-system';

const account = { name: 'Ann', email: 'ann@example.org', password: 'correct horse' };
let system: AuthSystem;

beforeEach(async () => {
  system = await anAuthSystem();
});
afterEach(() => system.stop());

const pairOf = (pair: ReturnType<typeof generateKeyPairSync>) => ({
  privatePem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  publicPem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
});
const anEcPair = () => pairOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }));

test('a key is exchanged without signing anyone out', async () => {
  const [old, next] = [anEcPair(), pairOf(generateKeyPairSync('rsa', { modulusLength: 2_048 }))];
  const before = await system.start({ JWT_PRIVATE_KEY: old.privatePem });
  const session = await before.register(account);
  await before.stop();

  const after = await system.start({
    JWT_PRIVATE_KEY: next.privatePem,
    JWT_PREVIOUS_PUBLIC_KEYS: old.publicPem.replaceAll('\n', '\\n'),
  });
  const refreshed = await after.refresh(session.refreshToken);

  const sub = session.user!.userId;
  expect(await accepts(after, session.accessToken)).toMatchObject({ sub, role: 'user' });
  expect(await accepts(after, refreshed.accessToken)).toMatchObject({ sub, role: 'user' });
  expect(headerOf(session.accessToken)).toMatchObject({ alg: 'ES256' });
  expect(headerOf(refreshed.accessToken)).toMatchObject({ alg: 'RS256' });
});

test('a key that is neither current nor previous is not published', async () => {
  const before = await system.start({ JWT_PRIVATE_KEY: anEcPair().privatePem });
  const { accessToken } = await before.register(account);

  const after = await system.start({ JWT_PRIVATE_KEY: anEcPair().privatePem });

  await expect(accepts(after, accessToken)).rejects.toThrow('unknown key');
});

test('two replicas that start at once without a key sign with the same one', async () => {
  const replicas = await Promise.all([
    system.start(),
    system.start(),
    system.start({ JWT_PRIVATE_KEY: 'plain secret' }),
  ]);

  const sets = await Promise.all(replicas.map(async (replica) => (await replica.listKeys({})).jwksJson));

  expect(new Set(sets).size).toBe(1);
  const { stdout } = await replicas[2].stop();
  expect(stdout).toContain('development key in use');
  expect(stdout).not.toContain('plain secret');
});

test.each([
  ['no key', {}],
  ['the plain secret of the original system', { JWT_PRIVATE_KEY: 'plain secret' }],
])('production refuses to start with %s, and says how to make a key', async (_what, env) => {
  const { code, stderr } = await system.command('main', [], { NODE_ENV: 'production', ...env });

  expect(code).toBe(1);
  expect(stderr).toMatch(/JWT_PRIVATE_KEY: .*openssl genpkey -algorithm EC/);
  expect(stderr).not.toContain('plain secret');
});

test('everything that is wrong with the environment is said at once', async () => {
  const { code, stderr } = await system.command('main', [], {
    ...{ NODE_ENV: 'production', MONGO_URI: 'localhost', AUTH_GRPC_PORT: 'x', JWT_PREVIOUS_PUBLIC_KEYS: 'nonsense' },
  });

  expect(code).toBe(1);
  for (const name of ['MONGO_URI', 'AUTH_GRPC_PORT', 'JWT_PRIVATE_KEY', 'JWT_PREVIOUS_PUBLIC_KEYS']) {
    expect(stderr).toContain(`${name}: `);
  }
});

test('without its database it is alive, not ready, refuses for now, and stops cleanly', async () => {
  const auth = await system.start({ MONGO_URI: 'mongodb://127.0.0.1:1/' });

  const ready = await auth.probe('readyz');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ missing: ['mongodb'] });
  await expect(auth.refresh(`${'f'.repeat(22)}.${'s'.repeat(43)}`)).rejects.toMatchObject({ code: 'UNAVAILABLE' });

  expect(await auth.stop()).toMatchObject({ code: 0 });
});

const headerOf = (token: string) => decode(token, { complete: true })?.header;

// As the gateway does it: the key by its id from the published set, its algorithm pinned.
async function accepts(auth: Replica, token: string): Promise<JwtPayload | string> {
  const { jwksJson, issuer, audience } = await auth.listKeys({});
  const { keys } = JSON.parse(jwksJson) as { keys: (JsonWebKey & { kid: string; alg: 'ES256' | 'RS256' })[] };
  const key = keys.find(({ kid }) => kid === headerOf(token)?.kid);
  if (!key) throw new Error('unknown key');
  return verify(token, createPublicKey({ key, format: 'jwk' }), { algorithms: [key.alg], issuer, audience });
}
