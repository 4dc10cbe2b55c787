import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from './free-ports';
import { serviceNames, type ServiceName, type Variables } from './service-process';
import { requiredVariable } from './test-database';

export interface SystemOptions {
  /** The address that all of it listens at, as URLs have it; 127.0.0.1 by default. */
  host?: `127.${string}` | '[::1]';
  /** How many replicas of a service run; one by default. */
  replicas?: Partial<Record<ServiceName, number>>;
  env?: Variables;
  /** Additional variables of single processes, by name. */
  envOf?: Record<string, Variables>;
  /** Called before the services start, when the databases have their indexes. */
  prepare?: (layout: SystemLayout) => Promise<unknown>;
}

/** One process to run. */
export interface Replica {
  /** `order` is the first one, `order-2` the second. */
  name: string;
  service: ServiceName;
  port: string;
  metricsPort: string;
  env: Variables;
}

/** Names, addresses and variables of a system; plain data, which can be passed to another process. */
export interface SystemLayout {
  id: string;
  host: string;
  folder: string;
  prefix: string;
  queueUrl: string;
  sender: string;
  replicas: Replica[];
  /** The variables of every process. */
  env: Variables;
}

/** Chooses ports, names and keys that no other system has. */
export async function planSystem({
  host = '127.0.0.1',
  replicas: counts = {},
  env = {},
  envOf = {},
}: SystemOptions): Promise<SystemLayout> {
  const id = randomUUID().slice(0, 8);
  const names = serviceNames.flatMap((service) =>
    Array.from({ length: counts[service] ?? 1 }, (_, index) => ({
      name: index === 0 ? service : `${service}-${index + 1}`,
      service,
    })),
  );
  const ports = await freePorts(names.length * 2);
  const replicas = names.map((replica, index) => ({
    ...replica,
    port: ports[index * 2]!,
    metricsPort: ports[index * 2 + 1]!,
    env: envOf[replica.name] ?? {},
  }));
  const folder = mkdtempSync(path.join(tmpdir(), `orders-system-${id}-`));
  const prefix = `test_system_${id}_`;
  const queueUrl = `${requiredVariable('AWS_ENDPOINT_URL')}/000000000000/system-${id}`;
  const sender = `orders-${id}@example.com`;
  return {
    id,
    host,
    folder,
    prefix,
    queueUrl,
    sender,
    replicas,
    env: {
      NODE_ENV: 'test',
      LISTEN_HOST: host.replace(/[[\]]/g, ''),
      MONGO_DB_PREFIX: prefix,
      AWS_SQS_QUEUE_URL: queueUrl,
      AWS_SES_SENDER_EMAIL: sender,
      MAIL_RATE_PER_SECOND: '200',
      WEBHOOK_ALLOW_INSECURE: 'true',
      JWT_PRIVATE_KEY: aSigningKey(),
      LOG_DIR: folder,
      RUN_DIR: folder,
      RATE_LIMIT_SIGN_IN: '0',
      RATE_LIMIT_SIGN_IN_CLIENT: '0',
      RATE_LIMIT_REGISTER: '0',
      RATE_LIMIT_ORDERS: '0',
      ...addressLists(host, replicas),
      ...env,
    },
  };
}

/** The variables of one process. */
export function variablesOf({ env }: SystemLayout, { service, port, metricsPort, env: own }: Replica): Variables {
  const name = service.toUpperCase();
  const portName = service === 'gateway' ? 'PORT' : `${name}_GRPC_PORT`;
  return { ...env, ...own, [portName]: port, [`${name}_METRICS_PORT`]: metricsPort };
}

export function replicaNamed({ replicas }: SystemLayout, name: string): Replica {
  const replica = replicas.find((one) => one.name === name);
  if (!replica) throw new Error(`there is no ${name} in this system`);
  return replica;
}

const addressLists = (host: string, replicas: Replica[]): Variables =>
  Object.fromEntries(
    serviceNames
      .filter((service) => service !== 'gateway')
      .map((service) => [
        `${service.toUpperCase()}_GRPC_ADDRESSES`,
        replicas
          .filter((replica) => replica.service === service)
          .map(({ port }) => `${host}:${port}`)
          .join(','),
      ]),
  );

const aSigningKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
