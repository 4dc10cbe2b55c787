// Checks the backing services that the environment names, before anything relies on them.
import type { Variables } from '../system/env-file.mts';
import { Failure } from '../system/command.mts';
import { isLocalstackReady } from './localstack.mts';
import { isRedisReady } from './redis.mts';
import { checkReplicaSet } from './replica-set.mts';
import type { BackingName } from './start-backing.mts';

/** Fails, with what to do, when one does not answer as it must. */
export async function checkExternal(external: BackingName[], env: Variables): Promise<void> {
  for (const name of external) await checks[name](env);
}

const checks: Record<BackingName, (env: Variables) => Promise<void>> = {
  mongod: ({ MONGO_URI: uri = '' }) => checkReplicaSet(uri),
  redis: async ({ REDIS_HOST: host = '', REDIS_PORT: port = '' }) => {
    if (await isRedisReady({ host, port: Number(port) })) return;
    throw new Failure(
      `No Redis answers at REDIS_HOST=${host} REDIS_PORT=${port}: start it, or unset both and one is started here.`,
    );
  },
  localstack: async ({ AWS_ENDPOINT_URL: endpoint = '' }) => {
    if (await isLocalstackReady(endpoint)) return;
    throw new Failure(
      `No LocalStack with SQS and SES answers at AWS_ENDPOINT_URL=${endpoint}: start it, or unset it and one is started here.`,
    );
  },
};
