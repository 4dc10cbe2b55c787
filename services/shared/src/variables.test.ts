import { databaseVariables, listenVariables, queueVariables } from './variables';

const problemsOf = (url: string) =>
  queueVariables.AWS_SQS_QUEUE_URL.safeParse(url).error?.issues.map(({ message }) => message) ?? [];

test.each([
  'https://sqs.eu-central-1.amazonaws.com/123456789012/orders',
  'http://127.0.0.1:4566/000000000000/orders-dev_2',
  'http://sqs.us-east-1.localhost.localstack.cloud:4566/000000000000/orders',
])('%s is the URL of a standard queue', (url) => {
  expect(problemsOf(url)).toEqual([]);
});

test('a FIFO queue stops the start with one line that says what to do', () => {
  expect(problemsOf('https://sqs.eu-central-1.amazonaws.com/123456789012/orders.fifo')).toEqual([
    expect.stringMatching(/^is a FIFO queue, .*create a standard queue/),
  ]);
});

test.each([
  'https://sqs.eu-central-1.amazonaws.com',
  'https://sqs.eu-central-1.amazonaws.com/1/a b',
  'ftp://host/orders',
])('%s is not the URL of a queue', (url) => {
  expect(problemsOf(url)).toEqual([expect.stringContaining('must end with the name of a queue')]);
});

test.each([
  ['orderplacing_', true],
  ['', true],
  ['p'.repeat(50), true],
  ['p'.repeat(51), false],
  ['a/b', false],
  ['a.b', false],
  ['$a', false],
  ['a b', false],
])('whether %j begins names of databases that MongoDB takes: %s', (prefix, isTaken) => {
  expect(databaseVariables('ORDER').MONGO_DB_PREFIX.safeParse(prefix).success).toBe(isTaken);
});

test.each([
  ['0.0.0.0', true],
  ['::', true],
  ['fe80::1%eth0', true],
  ['localhost', true],
  ['[::1]', false],
  ['127.0.0.1:3000', false],
  ['localhost:3000', false],
  ['http://127.0.0.1', false],
  ['not an address', false],
  ['', false],
])('whether a server can listen on %j: %s', (host, canListen) => {
  expect(listenVariables.LISTEN_HOST.safeParse(host).success).toBe(canListen);
});

describe('static AWS keys', () => {
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;
  const [key, secret, token] = names;
  const before = process.env;
  beforeEach(() => {
    process.env = {};
  });
  afterAll(() => {
    process.env = before;
  });

  test.each<[string[], string[]]>([
    [[], []],
    [[key, secret], []],
    [[key, secret, token], []],
    [[key], [`${key}: is set, so ${secret} must be set too`]],
    [[secret], [`${secret}: is set, so ${key} must be set too`]],
    [[token], [`${token}: is set, so ${key} and ${secret} must be set too`]],
    [
      [key, token],
      [`${key}: is set, so ${secret} must be set too`, `${token}: is set, so ${key} and ${secret} must be set too`],
    ],
  ])('where %j is set, the problems are %j', (set, problems) => {
    for (const name of set) process.env[name] = 'text';

    const found = names.flatMap((name) =>
      (queueVariables[name].safeParse(process.env[name]).error?.issues ?? []).map(
        ({ message }) => `${name}: ${message}`,
      ),
    );

    expect(found).toEqual(problems);
  });
});
