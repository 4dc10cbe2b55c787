// What the environment says about the system of `make up`: real variables, below them .run/env, .env.development, defaults.
import path from 'node:path';
import { pick, readEnvFile, realVariables, type Variables } from './env-file.mts';
import { Failure } from './command.mts';
import { root, type RunFolder } from './folders.mts';

export const serviceNames = ['auth', 'inventory', 'order', 'processor', 'gateway'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Variables whose change means another system than the one that runs. */
export const layoutDefaults: Variables = {
  PORT: '3000',
  AUTH_GRPC_PORT: '50051',
  INVENTORY_GRPC_PORT: '50052',
  ORDER_GRPC_PORT: '50053',
  PROCESSOR_GRPC_PORT: '50054',
  GATEWAY_METRICS_PORT: '9460',
  AUTH_METRICS_PORT: '9461',
  INVENTORY_METRICS_PORT: '9462',
  ORDER_METRICS_PORT: '9463',
  PROCESSOR_METRICS_PORT: '9464',
  MONGO_PORT: '27017',
  REDIS_LOCAL_PORT: '6379',
  LOCALSTACK_PORT: '4566',
  ...Object.fromEntries(serviceNames.map((name) => [`REPLICAS_${name.toUpperCase()}`, '1'])),
};

/** What suits a machine of its own, where nobody must be kept from sending many orders. */
const localDefaults: Variables = {
  AWS_SES_SENDER_EMAIL: 'orders@example.com',
  MAIL_RATE_PER_SECOND: '200',
  RATE_LIMIT_ORDERS: '0',
  WEBHOOK_ALLOW_INSECURE: 'true',
};

/** Addresses of backing services; one that the real environment sets means: use that, start none. */
export const backingAddresses = {
  mongod: ['MONGO_URI'],
  redis: ['REDIS_HOST', 'REDIS_PORT'],
  localstack: ['AWS_ENDPOINT_URL'],
} as const;

export interface Settings {
  /** The real environment alone, which decides what is ours to start. */
  real: Variables;
  /** What .run/env holds of a system that runs; empty when none does. */
  remembered: Variables;
  values: Variables;
  port: (name: string) => number;
  replicas: (service: ServiceName) => number;
}

export const runEnvFile = (folder: RunFolder) => path.join(folder.dir, 'env');

export const readSettings = (remembered: Variables): Settings =>
  settle({ real: realVariables(), remembered, development: readEnvFile(path.join(root, '.env.development')) });

export function settle({
  real,
  remembered,
  development,
}: Record<'real' | 'remembered' | 'development', Variables>): Settings {
  const defaults = { ...layoutDefaults, ...localDefaults };
  const values = { ...defaults, ...pick(development, Object.keys(defaults)), ...remembered, ...real };
  return {
    real,
    remembered,
    values,
    port: (name) => wholeNumber(values, name, 65_535),
    replicas: (service) => wholeNumber(values, `REPLICAS_${service.toUpperCase()}`, 20),
  };
}

function wholeNumber(values: Variables, name: string, max: number): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new Failure(`${name} is "${values[name] ?? ''}"; it takes a whole number from 1 to ${max}.`);
}
