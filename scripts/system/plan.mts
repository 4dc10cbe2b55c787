// Which processes make up the system, with their ports, and what they are told.
import { isRedisReady } from '../backing/redis.mts';
import { isLocalstackReady } from '../backing/localstack.mts';
import { checkReplicaSet, localMongoUri } from '../backing/replica-set.mts';
import { backingNames, type BackingName } from '../backing/start-backing.mts';
import { pick, realVariables, type Variables } from './env-file.mts';
import { Failure } from './failure.mts';
import type { Port } from './ports.mts';
import { backingAddresses, layoutDefaults, serviceNames, type ServiceName, type Settings } from './settings.mts';

export interface BackingPart {
  kind: 'backing';
  name: BackingName;
  group: string;
  ports: Port[];
}

export interface ServicePart {
  kind: 'service';
  name: string;
  group: ServiceName;
  ports: Port[];
  /** The ports of this replica, as the variables that the service reads. */
  env: Variables;
  readyUrl: string;
}

export type Part = BackingPart | ServicePart;

export interface Plan {
  parts: Part[];
  external: BackingName[];
  /** What every process gets, and .run/env holds. */
  env: Variables;
}

export function planSystem(settings: Settings, remembered: Variables): Plan {
  const started = backingNames.filter((name) => !isExternal(name, remembered));
  const external = backingNames.filter((name) => !started.includes(name));
  const parts = [...started.map((name) => backingPart(name, settings)), ...serviceNames.flatMap((name) => replicasOf(name, settings))];
  return { parts, external, env: { ...systemVariables(settings, started), STARTED_PARTS: parts.map(({ name }) => name).join(',') } };
}

/** Fails when a backing service that the environment names does not answer as it must. */
export async function checkExternal({ external, env }: Plan): Promise<void> {
  const port = Number(env['REDIS_PORT']);
  if (external.includes('mongod')) await checkReplicaSet(env['MONGO_URI'] ?? '');
  if (external.includes('redis') && !(await isRedisReady({ host: env['REDIS_HOST'] ?? '', port }))) {
    throw new Failure(`No Redis answers at REDIS_HOST=${env['REDIS_HOST'] ?? ''} REDIS_PORT=${port}: start it, or unset both and one is started here.`);
  }
  if (external.includes('localstack') && !(await isLocalstackReady(env['AWS_ENDPOINT_URL'] ?? ''))) {
    throw new Failure(`No LocalStack with SQS and SES answers at AWS_ENDPOINT_URL=${env['AWS_ENDPOINT_URL'] ?? ''}: start it, or unset it and one is started here.`);
  }
}

const portVariables: Record<BackingName, string> = { mongod: 'MONGO_PORT', redis: 'REDIS_LOCAL_PORT', localstack: 'LOCALSTACK_PORT' };

/** Whether the environment names one that exists, and not the one that we started and wrote down. */
function isExternal(name: BackingName, remembered: Variables): boolean {
  const real = pick(realVariables(), backingAddresses[name]);
  const wasStarted = (remembered['STARTED_PARTS'] ?? '').split(',').includes(name);
  const isKnown = Object.entries(real).every(([variable, value]) => remembered[variable] === value);
  if (remembered['STARTED_PARTS'] !== undefined && isKnown) return !wasStarted;
  return Object.keys(real).length > 0;
}

function backingPart(name: BackingName, { port }: Settings): BackingPart {
  const variable = portVariables[name];
  return { kind: 'backing', name, group: name, ports: [{ port: port(variable), variable }] };
}

function replicasOf(group: ServiceName, settings: Settings): ServicePart[] {
  const count = settings.replicas(group);
  return Array.from({ length: count }, (_, index) => {
    const name = count === 1 ? group : `${group}-${index + 1}`;
    const ports = portVariablesOf(group).map((variable) => ({ port: settings.port(variable) + 100 * index, variable }));
    const env = Object.fromEntries(ports.map(({ variable, port }) => [variable, String(port)]));
    return { kind: 'service', name, group, ports, env, readyUrl: `http://127.0.0.1:${ports[1]?.port ?? 0}/readyz` };
  });
}

const portVariablesOf = (service: ServiceName) => [
  service === 'gateway' ? 'PORT' : `${service.toUpperCase()}_GRPC_PORT`,
  `${service.toUpperCase()}_METRICS_PORT`,
];

function systemVariables(settings: Settings, started: BackingName[]): Variables {
  const endpoint = started.includes('localstack') ? `http://127.0.0.1:${settings.port('LOCALSTACK_PORT')}` : settings.values['AWS_ENDPOINT_URL'] ?? '';
  return {
    ...pick(settings.values, Object.keys(layoutDefaults)),
    ...addressLists(settings),
    MONGO_URI: started.includes('mongod') ? localMongoUri(settings.port('MONGO_PORT')) : settings.values['MONGO_URI'] ?? '',
    REDIS_HOST: (started.includes('redis') ? undefined : settings.values['REDIS_HOST']) ?? '127.0.0.1',
    REDIS_PORT: (started.includes('redis') ? settings.values['REDIS_LOCAL_PORT'] : settings.values['REDIS_PORT']) ?? '6379',
    AWS_ENDPOINT_URL: endpoint,
    AWS_SQS_QUEUE_URL: realVariables()['AWS_SQS_QUEUE_URL'] ?? `${endpoint}/000000000000/orders`,
    ...awsAccount(started.includes('localstack')),
    ...pick(settings.values, ['AWS_SES_SENDER_EMAIL', 'MAIL_RATE_PER_SECOND', 'MONGO_DB_PREFIX', 'LISTEN_HOST']),
  };
}

/** A LocalStack of our own is spoken to with its own names, whatever real account this shell is signed in to. */
function awsAccount(isOwn: boolean): Variables {
  const local = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  return isOwn ? local : { ...local, ...pick(realVariables(), Object.keys(local)) };
}

function addressLists(settings: Settings): Variables {
  const lists = serviceNames
    .filter((name) => name !== 'gateway')
    .map((name) => [`${name.toUpperCase()}_GRPC_ADDRESSES`, addressesOf(name, settings)] as const);
  const own = Object.fromEntries(lists);
  return { ...own, ...pick(realVariables(), Object.keys(own)) };
}

const addressesOf = (name: ServiceName, settings: Settings) =>
  replicasOf(name, settings)
    .map(({ ports }) => `127.0.0.1:${ports[0]?.port ?? 0}`)
    .join(',');
