// The variables that every process of the system gets, and .run/env holds.
import { localMongoUri } from '../backing/replica-set.mts';
import type { BackingName } from '../backing/start-backing.mts';
import { pick, type Variables } from './env-file.mts';
import { replicasOf } from './replicas.mts';
import { layoutDefaults, serviceNames, type ServiceName, type Settings } from './settings.mts';

export function systemVariables(settings: Settings, started: BackingName[]): Variables {
  return {
    ...pick(settings.values, Object.keys(layoutDefaults)),
    ...addressLists(settings),
    ...mongoVariables(settings, started.includes('mongod')),
    ...redisVariables(settings, started.includes('redis')),
    ...awsVariables(settings, started.includes('localstack')),
    ...pick(settings.values, ['AWS_SES_SENDER_EMAIL', 'MAIL_RATE_PER_SECOND', 'RATE_LIMIT_ORDERS']),
    ...pick(settings.values, ['WEBHOOK_ALLOW_INSECURE', 'WEBHOOK_SECRET_KEY']),
    ...pick(settings.values, ['MONGO_DB_PREFIX', 'LISTEN_HOST']),
  };
}

const mongoVariables = ({ values, port }: Settings, isOwn: boolean): Variables => ({
  MONGO_URI: isOwn ? localMongoUri(port('MONGO_PORT')) : (values['MONGO_URI'] ?? ''),
});

const redisVariables = ({ values, port }: Settings, isOwn: boolean): Variables =>
  isOwn
    ? { REDIS_HOST: '127.0.0.1', REDIS_PORT: String(port('REDIS_LOCAL_PORT')) }
    : { REDIS_HOST: '127.0.0.1', REDIS_PORT: '6379', ...pick(values, ['REDIS_HOST', 'REDIS_PORT']) };

/** A LocalStack of our own is spoken to with its own names, whatever real account this shell is signed in to. */
function awsVariables({ real, values, port }: Settings, isOwn: boolean): Variables {
  const endpoint = isOwn ? `http://127.0.0.1:${port('LOCALSTACK_PORT')}` : (values['AWS_ENDPOINT_URL'] ?? '');
  const account = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_SQS_QUEUE_URL: real['AWS_SQS_QUEUE_URL'] ?? `${endpoint}/000000000000/orders`,
    ...account,
    ...(isOwn ? {} : pick(real, Object.keys(account))),
  };
}

function addressLists(settings: Settings): Variables {
  const lists = serviceNames
    .filter((name) => name !== 'gateway')
    .map((name) => [`${name.toUpperCase()}_GRPC_ADDRESSES`, addressesOf(name, settings)] as const);
  const own = Object.fromEntries(lists);
  return { ...own, ...pick(settings.real, Object.keys(own)) };
}

const addressesOf = (name: ServiceName, settings: Settings) =>
  replicasOf(name, settings)
    .map(({ ports }) => `127.0.0.1:${ports[0]?.port ?? 0}`)
    .join(',');
