import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { createAuthority } from '../../support/certificates';
import { eventually } from '../../support/eventually';
import { freePorts } from '../../support/free-ports';

export const username = 'orders';
export const password = 'a p@ssword/with:signs';
const slots = 16_384;

/** Whether this machine has a redis-server that can do what these tests need: TLS, and names in a cluster. */
export function hasRedisWithTls(): boolean {
  try {
    const version = /v=(\d+)/.exec(execFileSync('redis-server', ['--version'], { encoding: 'utf8' }))?.[1];
    if (Number(version) >= 7) return true;
  } catch {
    // There is none on PATH.
  }
  if (process.env['CI'] === 'true') throw new Error('redis-server 7 with TLS is not on PATH');
  process.stderr.write('\nLEFT OUT: redis-server 7 with TLS is not on PATH\n');
  return false;
}

/** Servers that take only TLS and one user of an access control list; more than one make a cluster. */
export async function startRedisServers(count: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'orders-redis-'));
  const authority = createAuthority();
  const { GRPC_TLS_CERT: cert, GRPC_TLS_KEY: key, GRPC_TLS_CA: ca } = authority.aCertificate(['localhost']).variables;
  const ports = await freePorts(count);
  const files = ['--tls-cert-file', cert, '--tls-key-file', key, '--tls-ca-cert-file', ca];
  const isCluster = count > 1;
  const children = ports.map((port) =>
    startServer(path.join(folder, port), [...tlsArgs(port), ...files, ...clusterArgs(isCluster)]),
  );

  const connect = (port: string) =>
    new Redis({ host: 'localhost', port: Number(port), username, password, tls: { ca: readFileSync(ca) } });
  const clients = ports.map(connect);
  await eventually(() => Promise.all(clients.map((client) => client.ping())), 15_000);
  if (isCluster) await join(clients, ports);

  return {
    port: ports[0]!,
    ca,
    /** Of the server, or of each member. */
    clients,
    stop: async () => {
      for (const client of clients) client.disconnect();
      await Promise.all(children.map(end));
      authority.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startServer(folder: string, args: string[]): ChildProcess {
  mkdirSync(folder);
  // The default user is off, so that a client without its name and password gets nothing.
  const acl = path.join(folder, 'users.acl');
  writeFileSync(
    acl,
    `user default off\nuser ${username} on #${createHash('sha256').update(password).digest('hex')} ~* &* +@all\n`,
  );
  return spawn('redis-server', [...args, '--dir', folder, '--aclfile', acl, '--save', ''], { stdio: 'ignore' });
}

const tlsArgs = (port: string) => [
  '--port',
  '0',
  '--tls-port',
  port,
  '--bind',
  '127.0.0.1',
  '--tls-auth-clients',
  'no',
];

// Its members name themselves as their certificate does.
const clusterArgs = (isCluster: boolean) =>
  isCluster
    ? [
        ...['--cluster-enabled', 'yes', '--tls-cluster', 'yes', '--masteruser', username, '--masterauth', password],
        ...['--cluster-announce-hostname', 'localhost', '--cluster-preferred-endpoint-type', 'hostname'],
      ]
    : [];

async function join(clients: Redis[], ports: string[]): Promise<void> {
  for (const [index, client] of clients.entries()) {
    const from = Math.floor((slots * index) / clients.length);
    const to = Math.floor((slots * (index + 1)) / clients.length);
    await client.call('CLUSTER', 'ADDSLOTSRANGE', from, to - 1);
    await client.call('CLUSTER', 'MEET', '127.0.0.1', ports[0]!);
  }
  await eventually(async () => {
    for (const client of clients) {
      const info = (await client.call('CLUSTER', 'INFO')) as string;
      if (!info.includes('cluster_state:ok') || !info.includes(`cluster_known_nodes:${clients.length}`))
        throw new Error(info);
    }
  }, 30_000);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
