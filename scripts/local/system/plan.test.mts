import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Variables } from './env-file.mts';
import { planSystem } from './plan.mts';
import { settle } from './settings.mts';

const aPlan = ({ real = {}, remembered = {}, development = {} }: Record<string, Variables> = {}) =>
  planSystem(settle({ real, remembered, development }));
const names = (plan: ReturnType<typeof aPlan>) => plan.parts.map(({ name }) => name);

test('without any setting all eight parts are started', () => {
  const plan = aPlan();

  assert.deepEqual(names(plan), [
    'mongod',
    'redis',
    'localstack',
    'auth',
    'inventory',
    'order',
    'processor',
    'gateway',
  ]);
  assert.equal(plan.env['MONGO_URI'], 'mongodb://127.0.0.1:27017/?replicaSet=rs0');
});

test('each further replica has its ports a hundred higher, and callers know all of them', () => {
  const plan = aPlan({ real: { REPLICAS_ORDER: '2', ORDER_GRPC_PORT: '6000' } });

  const replicas = plan.parts.filter(({ group }) => group === 'order');
  assert.deepEqual(
    replicas.map(({ name }) => name),
    ['order-1', 'order-2'],
  );
  assert.deepEqual(
    replicas.map(({ ports }) => ports.map(({ port }) => port)),
    [
      [6000, 9463],
      [6100, 9563],
    ],
  );
  assert.equal(plan.env['ORDER_GRPC_ADDRESSES'], '127.0.0.1:6000,127.0.0.1:6100');
});

test('a backing service that the real environment names is used and not started', () => {
  const plan = aPlan({ real: { MONGO_URI: 'mongodb://elsewhere/', REDIS_PORT: '7000' } });

  assert.deepEqual(plan.external, ['mongod', 'redis']);
  assert.equal(plan.env['MONGO_URI'], 'mongodb://elsewhere/');
  assert.equal(plan.env['REDIS_PORT'], '7000');
});

test('a shell that has .run/env loaded still means the parts that were started', () => {
  const remembered = aPlan().env;

  const plan = aPlan({ real: remembered, remembered });

  assert.deepEqual(plan.external, []);
});

test('an address that only .env.development holds does not keep a backing service from being started', () => {
  const plan = aPlan({ development: { MONGO_URI: 'mongodb://elsewhere/', PORT: '4000' } });

  assert.deepEqual(plan.external, []);
  assert.equal(plan.env['PORT'], '4000');
});

test('a LocalStack of our own never gets the real account of this shell', () => {
  const real = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIAREAL', AWS_SECRET_ACCESS_KEY: 'secret' };

  const { env } = aPlan({ real });

  assert.deepEqual(
    [env['AWS_REGION'], env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']],
    ['us-east-1', 'test', 'test'],
  );
});

test('a number of replicas that is none is refused by name', () => {
  assert.throws(() => aPlan({ real: { REPLICAS_AUTH: 'two' } }), { message: /^REPLICAS_AUTH is "two"/ });
});
