import { randomUUID } from 'node:crypto';
import { hash as bcryptHash } from '@node-rs/bcrypt';
import { mongo } from 'mongoose';
import type { Mongo } from '@orders/shared/mongo';
import { requiredVariable } from '../../support/test-database';
import { anAuthSystem, openDatabase, type AuthSystem, type Finished } from './auth-system';

let system: AuthSystem;

beforeEach(async () => {
  system = await anAuthSystem();
});
afterEach(() => system.stop());

describe('admin-grant', () => {
  test('makes an admin of an account, whose next refresh says so', async () => {
    const auth = await system.start();
    const { user, refreshToken } = await auth.register({
      name: 'Ann',
      email: 'Ann@example.org',
      password: 'correct horse',
    });

    const granted = await system.command('admin-grant', ['ANN@example.org']);
    const again = await system.command('admin-grant', ['ann@example.org']);

    expect(granted).toMatchObject({ code: 0, stderr: '' });
    expect(granted.stdout).toContain('is an admin now');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('was an admin already') });
    expect((await auth.refresh(refreshToken)).user).toEqual({ ...user, role: 'ROLE_ADMIN' });
  });

  test('given an address without an account it fails and says why', async () => {
    const { code, stderr } = await system.command('admin-grant', ['nobody@example.org']);

    expect(code).toBe(1);
    expect(stderr).toContain('nobody@example.org has no account');
  });

  test.each([
    ['nothing', []],
    ['too much', ['a@example.org', 'b@example.org']],
  ])('given %s it prints its usage and exits with code 2', async (_what, args) => {
    const { code, stderr } = await system.command('admin-grant', args);

    expect(code).toBe(2);
    expect(stderr).toContain('usage: npm run admin:grant -- <email>');
  });

  test('asked for help it prints its usage and touches nothing', async () => {
    const { code, stdout } = await system.command('admin-grant', ['--help']);

    expect(code).toBe(0);
    expect(stdout).toContain('usage: npm run admin:grant -- <email>');
  });
});

describe('admin-revoke', () => {
  const account = { name: 'Ann', email: 'Ann@example.org', password: 'correct horse' };

  test('takes the role away and ends every session of the account, and of no other', async () => {
    const auth = await system.start();
    const sessions = [await auth.register(account), await auth.login(account.email, account.password)];
    const stranger = await auth.register({ ...account, email: 'bob@example.org' });
    await system.command('admin-grant', [account.email]);

    const revoked = await system.command('admin-revoke', ['ANN@example.org']);
    const again = await system.command('admin-revoke', ['ann@example.org']);

    expect(revoked).toMatchObject({ code: 0, stderr: '' });
    expect(revoked.stdout).toContain('is no longer an admin. Sessions ended: 2.');
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('was not an admin. Sessions ended: 0.') });
    for (const { refreshToken } of sessions) {
      await expect(auth.refresh(refreshToken)).rejects.toMatchObject({ code: 'INVALID_REFRESH_TOKEN' });
    }
    expect((await auth.login(account.email, account.password)).user).toMatchObject({ role: 'ROLE_USER' });
    expect(await auth.refresh(stranger.refreshToken)).toMatchObject({ user: stranger.user });
  });

  test('the audit log names each role that was given or taken away, and only those', async () => {
    const { user } = await (await system.start()).register({ ...account, email: 'audited@example.org' });
    for (const command of ['admin-grant', 'admin-grant', 'admin-revoke', 'admin-revoke'] as const) {
      await system.command(command, ['audited@example.org']);
    }

    const entries = await system.database
      .collection('audit_log')
      .find({ subject: user!.userId })
      .sort({ at: 1 })
      .toArray();

    const actor = expect.stringMatching(/^operator:./);
    expect(entries).toMatchObject([
      { action: 'role.grant', before: { role: 'user' }, after: { role: 'admin' }, actor },
      { action: 'role.revoke', before: { role: 'admin' }, after: { role: 'user' }, actor },
    ]);
  });

  test('given an address without an account it fails and says why', async () => {
    const { code, stderr } = await system.command('admin-revoke', ['nobody@example.org']);

    expect(code).toBe(1);
    expect(stderr).toContain('nobody@example.org has no account');
  });

  test.each([
    ['nothing', [], 2],
    ['too much', ['a@example.org', 'b@example.org'], 2],
    ['--help', ['--help'], 0],
  ])('given %s it prints its usage', async (_what, args, expected) => {
    const { code, stdout, stderr } = await system.command('admin-revoke', args);

    expect(code).toBe(expected);
    expect(stdout + stderr).toContain('usage: npm run admin:revoke -- <email>');
  });
});

describe('import-monolith', () => {
  let source: Mongo;
  let from: string;

  beforeEach(async () => {
    const name = `test_source_${randomUUID().slice(0, 8)}`;
    source = await openDatabase(name);
    const uri = new URL(requiredVariable('MONGO_URI'));
    uri.pathname = name;
    from = uri.toString();
  });
  afterEach(async () => {
    await source.dropDatabase();
    await source.stop();
  });

  const runImport = async () => reportOf(await system.command('import-monolith', ['--from', from]));

  test('accounts keep id, password and age; a second run changes nothing; the source stays as it was', async () => {
    const _id = new mongo.ObjectId();
    const password = await bcryptHash('short', { cost: 6 });
    const original = { _id, name: 'Ann', email: 'Ann@Example.org', password, __v: 0 };
    await source.collection('users').insertOne(original);
    const auth = await system.start();

    const first = await runImport();
    const signedIn = await auth.login('ann@example.org', 'short');
    await system.command('admin-grant', ['ann@example.org']);
    const second = await runImport();

    expect(first).toEqual({ imported: 1, present: 0, refused: [] });
    expect(second).toEqual({ imported: 0, present: 1, refused: [] });
    expect(signedIn.user).toEqual({
      userId: _id.toHexString(),
      name: 'Ann',
      email: 'Ann@Example.org',
      emailVerified: false,
      role: 'ROLE_USER',
      createdAt: expect.anything(),
    });
    expect(await system.database.collection('users').findOne({ _id })).toMatchObject({
      role: 'admin',
      passwordHash: expect.stringMatching(/^\$argon2id\$/),
      createdAt: _id.getTimestamp(),
    });
    expect(await source.collection('users').find().toArray()).toEqual([original]);
  });

  test('of two addresses that differ in case the older account is taken, and the other listed with what else cannot be', async () => {
    const password = await bcryptHash('short', { cost: 6 });
    const [older, newer, plain] = [anIdOf(1), anIdOf(2), anIdOf(3)];
    await source
      .collection<{ _id: string | mongo.ObjectId; name: string; email: string; password: string }>('users')
      .insertMany([
        { _id: 'by hand', name: 'Eve', email: 'eve@example.org', password },
        { _id: newer, name: 'Ann', email: 'ANN@example.org', password },
        { _id: plain, name: 'Bob', email: 'bob@example.org', password: 'in the clear' },
        { _id: older, name: 'Ann', email: 'ann@example.org', password },
      ]);

    const report = await runImport();

    expect(report).toMatchObject({ imported: 1, present: 0 });
    expect(new Map(report.refused.map(({ id, reason }) => [id, reason]))).toEqual(
      new Map([
        ['by hand', 'its id is not an ObjectId'],
        [String(newer), expect.stringContaining(`account ${String(older)} has its address`)],
        [String(plain), 'its password is not a bcrypt hash'],
      ]),
    );
    expect(await runImport()).toEqual({ ...report, imported: 0, present: 1 });
  });

  test('more accounts than one batch takes are all taken', async () => {
    const password = await bcryptHash('short', { cost: 4 });
    const users = Array.from({ length: 1_203 }, (_, index) => ({
      name: 'Ann',
      email: `ann${String(index)}@example.org`,
      password,
    }));
    await source.collection('users').insertMany(users);

    expect(await runImport()).toEqual({ imported: 1_203, present: 0, refused: [] });
    expect(await system.database.collection('users').countDocuments()).toBe(1_203);
  });

  test('two spellings of an address are told apart on a database without indexes too', async () => {
    const password = await bcryptHash('short', { cost: 4 });
    await source
      .collection('users')
      .insertMany(['a@x.org', 'A@x.org'].map((email) => ({ name: 'Ann', email, password })));
    await system.database.dropDatabase();

    expect(await runImport()).toMatchObject({
      imported: 1,
      refused: [{ reason: expect.stringContaining('has its address') }],
    });
  });

  test('a source that names no database is refused', async () => {
    const { code, stderr } = await system.command('import-monolith', ['--from', requiredVariable('MONGO_URI')]);

    expect(code).toBe(2);
    expect(stderr).toContain('--from takes a mongodb:// uri');
  });
});

const anIdOf = (second: number) => mongo.ObjectId.createFromTime(1_700_000_000 + second);

function reportOf({ code, stdout, stderr }: Finished) {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as { imported: number; present: number; refused: { id: string; reason: string }[] };
}
