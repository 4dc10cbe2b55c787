import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addedVariables } from './environment.mts';

const local = {
  MONGO_URI: 'mongodb://local/',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
  AWS_SQS_QUEUE_URL: 'http://127.0.0.1:4566/000000000000/orders',
};

test('in development .run/env is added, below real variables', () => {
  const added = addedVariables({ real: { MONGO_URI: 'mongodb://real/' }, local, production: {} });

  assert.deepEqual(added, {
    NODE_ENV: 'development',
    AWS_ENDPOINT_URL: local.AWS_ENDPOINT_URL,
    AWS_SQS_QUEUE_URL: local.AWS_SQS_QUEUE_URL,
  });
});

test('in production .env.production is above .run/env', () => {
  const production = { MONGO_URI: 'mongodb://production/' };

  const added = addedVariables({ real: { NODE_ENV: 'production' }, local, production });

  assert.equal(added['MONGO_URI'], undefined);
  assert.equal(added['AWS_ENDPOINT_URL'], local.AWS_ENDPOINT_URL);
});

test('a production queue is never asked for at the LocalStack of make up', () => {
  const production = { AWS_SQS_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/1/orders' };

  const added = addedVariables({ real: { NODE_ENV: 'production' }, local, production });

  assert.equal(added['AWS_ENDPOINT_URL'], undefined);
});
