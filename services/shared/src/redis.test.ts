import { redisVariables } from './variables';
import { redisAddress } from './redis';
import { z } from 'zod';

const read = (env: Record<string, string>) => z.object(redisVariables).safeParse(env);
const addressOf = (env: Record<string, string>) => redisAddress(z.object(redisVariables).parse(env));

test('Redis is on this machine where nothing is set', () => {
  expect(addressOf({})).toMatchObject({ host: '127.0.0.1', port: 6_379, tls: undefined, isCluster: false });
});

test.each([
  ['redis://cache:6380', { host: 'cache', port: 6_380, username: undefined, password: undefined, tls: undefined }],
  ['redis://cache', { host: 'cache', port: 6_379 }],
  ['rediss://cache:6380/0', { host: 'cache', port: 6_380, tls: { ca: undefined } }],
  ['redis://:p%40ss@cache', { username: undefined, password: 'p@ss' }],
  ['rediss://user:p%3Ass@[::1]:6380', { host: '::1', username: 'user', password: 'p:ss' }],
])('%s is taken apart', (url, address) => {
  expect(addressOf({ REDIS_URL: url })).toMatchObject(address);
});

test('the URL wins over single variables, which complete it', () => {
  const single = { REDIS_HOST: 'other', REDIS_PORT: '1', REDIS_USERNAME: 'user', REDIS_PASSWORD: 'secret' };

  const address = addressOf({ REDIS_URL: 'redis://cache', ...single });

  expect(address).toMatchObject({ host: 'cache', port: 6_379, username: 'user', password: 'secret' });
});

test('single variables are enough, in whatever case booleans are written', () => {
  const address = addressOf({ REDIS_HOST: '::1', REDIS_PORT: '7000', REDIS_TLS: 'True', REDIS_CLUSTER: 'TRUE' });

  expect(address).toMatchObject({ host: '::1', port: 7_000, tls: { ca: undefined }, isCluster: true });
});

test.each([
  ['REDIS_URL', 'http://secret@cache'],
  ['REDIS_URL', 'redis://'],
  ['REDIS_URL', 'redis://:%zz-secret@cache'],
  ['REDIS_URL', 'redis://secret@cache/7'],
  ['REDIS_HOST', 'redis://:secret@cache:6379'],
  ['REDIS_HOST', 'user:secret@cache'],
  ['REDIS_HOST', 'redis.example:6380'],
  ['REDIS_HOST', '[::1]'],
  ['REDIS_HOST', 'fe80::1%eth0'],
  ['REDIS_HOST', 'a#b'],
  ['REDIS_HOST', 'a?b'],
  ['REDIS_TLS', 'yes'],
  ['REDIS_TLS_CA', '/no/such/file'],
])('a %s of %s is refused by name, and never repeated', (name, value) => {
  const { error } = read({ [name]: value });

  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([name]);
  expect(error?.issues[0]?.message).not.toContain('secret');
});
