import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { AuthService } from '@orders/proto';
import { authCollections } from '@orders/auth/store/schemas';
import { validateStored } from '@orders/shared/collection';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { createMongo, type Mongo } from '@orders/shared/mongo';
import { requiredVariable, silentLog } from '../../support/test-database';

type Variables = Record<string, string>;

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

const root = path.resolve(__dirname, '../../..');
const callMs = 5_000;

/** Processes of auth on a database and a folder of their own; `stop` ends them, checks what they stored and leaves nothing behind. */
export async function anAuthSystem() {
  const uri = requiredVariable('MONGO_URI');
  const prefix = `test_${randomUUID().slice(0, 8)}_`;
  const folder = mkdtempSync(path.join(tmpdir(), 'auth-test-'));
  const database = await openDatabase(`${prefix}auth`);
  const base: Variables = {
    MONGO_URI: uri,
    MONGO_DB_PREFIX: prefix,
    RUN_DIR: folder,
    LOG_DIR: folder,
    NODE_ENV: 'test',
  };
  const stops: (() => Promise<unknown>)[] = [];

  const command = (entry: string, args: string[] = [], env: Variables = {}) =>
    finished(launch(entry, args, { ...base, ...env }));

  const start = async (env: Variables = {}) => {
    const replica = await startReplica({ ...base, ...env });
    stops.push(replica.stop);
    return replica;
  };

  await command('migrate');
  return {
    database,
    command,
    start,
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await expectDeclaredDocuments(database);
      await database.dropDatabase();
      await database.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Whatever a test made the service store is what its collections declare. */
async function expectDeclaredDocuments(database: Mongo): Promise<void> {
  for (const definition of authCollections) {
    const documents = await database.collection(definition.name).find().toArray();
    await Promise.all(documents.map((document) => validateStored(definition, document)));
  }
}

/** A database on the replica set of the tests; who opens it drops and stops it. */
export async function openDatabase(name: string): Promise<Mongo> {
  const database = createMongo({ uri: requiredVariable('MONGO_URI'), database: name, log: silentLog });
  await database.connect();
  return database;
}

export type AuthSystem = Awaited<ReturnType<typeof anAuthSystem>>;
export type Replica = Awaited<ReturnType<typeof startReplica>>;

async function startReplica(env: Variables) {
  const [grpcPort, metricsPort] = await freePorts();
  const child = launch('main', [], {
    ...env,
    AUTH_GRPC_PORT: String(grpcPort),
    AUTH_METRICS_PORT: String(metricsPort),
  });
  const output = finished(child);
  const probe = (name: string) => fetch(`http://127.0.0.1:${String(metricsPort)}/${name}`);
  await started(child, probe);
  const client = createGrpcClient(AuthService, `127.0.0.1:${String(grpcPort)}`, { nonIdempotent: ['Refresh'] });

  const call =
    <Request, Response>(method: (request: Request, timeoutMs: number) => Promise<Response>) =>
    (request: Request) =>
      method(request, callMs);

  return {
    register: async (account: { name: string; email: string; password: string }) =>
      sessionOf(await client.unary('Register')(account, callMs)),
    login: async (email: string, password: string, userAgent = '') =>
      sessionOf(await client.unary('Login')({ email, password, userAgent }, callMs)),
    refresh: async (refreshToken: string) => sessionOf(await client.unary('Refresh')({ refreshToken }, callMs)),
    logout: (refreshToken: string) => client.unary('Logout')({ refreshToken }, callMs),
    listSessions: async (userId: string) => (await client.unary('ListSessions')({ userId }, callMs)).sessions,
    endSession: call(client.unary('EndSession')),
    endAllSessions: call(client.unary('EndAllSessions')),
    listKeys: call(client.unary('ListKeys')),
    verifyEmail: call(client.unary('VerifyEmail')),
    resendVerification: call(client.unary('ResendVerification')),
    requestPasswordReset: call(client.unary('RequestPasswordReset')),
    resetPassword: call(client.unary('ResetPassword')),
    changePassword: call(client.unary('ChangePassword')),
    getAccount: call(client.unary('GetAccount')),
    renameAccount: call(client.unary('RenameAccount')),
    eraseAccount: call(client.unary('EraseAccount')),
    listAccountEvents: () => client.unary('ListAccountEvents')({ limit: 1_000 }, callMs),
    acknowledgeAccountEvents: call(client.unary('AcknowledgeAccountEvents')),
    issueAccountMail: call(client.unary('IssueAccountMail')),
    listAdmins: async () => (await client.unary('ListAdmins')({}, callMs)).userIds,
    getUsers: async (userIds: string[]) => (await client.unary('GetUsers')({ userIds }, callMs)).users,
    probe,
    stop: () => {
      client.stop();
      child.kill('SIGTERM');
      return output;
    },
  };
}

function sessionOf<Session>({ session }: { session: Session | null }): Session {
  if (!session) throw new Error('no session in the answer');
  return session;
}

function launch(entry: string, args: string[], env: Variables): ChildProcess {
  const file = path.join(root, `services/auth/dist/${entry}.js`);
  return spawn(process.execPath, [file, ...args], { cwd: root, env: { PATH: process.env['PATH'], ...env } });
}

async function finished(child: ChildProcess): Promise<Finished> {
  const [stdout, stderr] = [text(child.stdout!), text(child.stderr!)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: await stdout, stderr: await stderr };
}

// Started, whether or not its database is there: some tests want it without.
async function started(child: ChildProcess, probe: (name: string) => Promise<Response>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (child.exitCode === null && Date.now() < deadline) {
    const readiness = await probe('readyz').then(
      (answer) => answer.text(),
      () => 'starting',
    );
    if (!readiness.includes('starting')) return;
    await pause(25);
  }
  throw new Error('auth did not start');
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(
    servers.map(async (server) => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      return (server.address() as AddressInfo).port;
    }),
  );
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return [ports[0]!, ports[1]!];
}
