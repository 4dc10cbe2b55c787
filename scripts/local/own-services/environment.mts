// The variables for services that the user runs on backing services of their own choice.
import path from 'node:path';
import { readEnvFile, realVariables, type Variables } from '../system/env-file.mts';
import { root, systemFolder } from '../system/folders.mts';
import { rememberedVariables } from '../system/remembered.mts';

/** What to add to the real variables, from .run/env when it is there. */
export const ownEnvironment = (): Variables =>
  addedVariables({
    real: realVariables(),
    local: rememberedVariables(systemFolder()),
    production: readEnvFile(path.join(root, '.env.production')),
  });

/**
 * In development .run/env stands above .env.development, which the services read themselves; in production it stands
 * below .env.production.
 */
export function addedVariables({
  real,
  local,
  production,
}: Record<'real' | 'local' | 'production', Variables>): Variables {
  const nodeEnv = real['NODE_ENV'] ?? 'development';
  const stronger = nodeEnv === 'production' ? { ...production, ...real } : real;
  return { NODE_ENV: nodeEnv, ...withoutOverruled(local, stronger) };
}

/** A queue of one account and the address of another would be a mixture of two systems, so a group goes as a whole. */
function withoutOverruled(local: Variables, stronger: Variables): Variables {
  const overruled = groups.filter(({ decisive }) => decisive.some((name) => name in stronger));
  const isOverruled = (name: string) => name in stronger || overruled.some(({ prefix }) => name.startsWith(prefix));
  return Object.fromEntries(Object.entries(local).filter(([name]) => !isOverruled(name)));
}

const groups = [
  { prefix: 'AWS_', decisive: ['AWS_ENDPOINT_URL', 'AWS_SQS_QUEUE_URL'] },
  { prefix: 'REDIS_', decisive: ['REDIS_HOST', 'REDIS_PORT'] },
];
