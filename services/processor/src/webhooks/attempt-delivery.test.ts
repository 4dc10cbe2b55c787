import { Webhook as StandardWebhook } from 'standardwebhooks';
import { createAttemptDelivery, judge, type AttemptDeliveryNeeds } from './attempt-delivery';
import type { FinishedAttempt } from './delivery-store';
import type { Post } from './post-to-receiver';
import type { Receiver } from './webhook';

const first = { failures: 0, random: 0 };

test.each([200, 204, 299])('%d is a success', (status) => {
  expect(judge({ status, response: 'ok' }, first)).toEqual({
    result: 'delivered',
    status: 'delivered',
    isFailure: false,
    lastStatus: status,
    lastResponse: 'ok',
  });
});

test.each([199, 301, 400, 500])('%d is tried again', (status) => {
  expect(judge({ status, response: '' }, first)).toEqual({
    result: 'retry',
    status: 'pending',
    delayMs: 5_000,
    isFailure: true,
    lastStatus: status,
    lastError: `answered ${String(status)}`,
  });
});

test('after the ninth failure a delivery has failed', () => {
  expect(judge({ error: 'no answer' }, { failures: 7, random: 0 })).toMatchObject({
    status: 'pending',
    delayMs: 86_400_000,
  });
  expect(judge({ error: 'no answer' }, { failures: 8, random: 0 })).toMatchObject({
    result: 'failed',
    status: 'failed',
  });
});

test('410 ends a delivery at once', () => {
  expect(judge({ status: 410, response: '' }, first)).toMatchObject({ result: 'gone', status: 'failed' });
});

const now = new Date();
const secret = (letter: string) => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`;

function anAttempt(given: Partial<AttemptDeliveryNeeds> & { isClaimed?: boolean } = {}) {
  const posts: Post[] = [];
  const finished: FinishedAttempt[] = [];
  const attempt = createAttemptDelivery({
    deliveries: {
      claim: () => Promise.resolve(given.isClaimed ?? true),
      finish: (end) => Promise.resolve(void finished.push(end)),
    },
    keys: { open: (_, { sealed }) => sealed },
    post: (post) => {
      posts.push(post);
      return Promise.resolve({ status: 200, response: '' });
    },
    newId: () => 'claim',
    random: () => 0,
    now: () => now,
    monotonicMs: () => 0,
    wait: () => Promise.resolve(),
    isStopping: () => false,
    leaseMs: 30_000,
    longestPostMs: 10_000,
    ...given,
  });
  const due = { deliveryId: 'msg_1', webhookId: 'w', orderId: 'o', kind: 'outcome', failures: 0, ageMs: 0 } as const;
  const ready = { due: { ...due, requestId: '', traceparent: '' }, event: 'order.processed' as const, body: '{"a":1}' };
  const secrets = [
    { keyId: 'k', sealed: secret('n') },
    { keyId: 'k', sealed: secret('p'), validUntil: new Date(now.getTime() + 1) },
    { keyId: 'k', sealed: secret('x'), validUntil: now },
  ];
  const receiver = { webhookId: 'w', url: 'https://receiver.example', secrets } as Receiver;
  return { run: () => attempt(receiver, ready), posts, finished };
}

test('a request is signed with the present secret and with the one before while it is valid', async () => {
  const { run, posts, finished } = anAttempt();

  expect(await run()).toBe('delivered');
  const [{ headers, body }] = posts as [Post];
  for (const letter of ['n', 'p']) expect(new StandardWebhook(secret(letter)).verify(body, headers)).toEqual({ a: 1 });
  expect(() => new StandardWebhook(secret('x')).verify(body, headers)).toThrow();
  expect(headers).toMatchObject({ 'webhook-id': 'msg_1', 'Content-Type': 'application/json' });
  expect(finished).toMatchObject([{ deliveryId: 'msg_1', claim: 'claim', status: 'delivered' }]);
});

test('nothing is sent without a claim, or when too little is left of it', async () => {
  let nowMs = 0;
  const elsewhere = anAttempt({ isClaimed: false });
  const late = anAttempt({ monotonicMs: () => (nowMs += 10_001) });

  expect(await elsewhere.run()).toBe('claimed elsewhere');
  expect(await late.run()).toBe('too late');
  expect([elsewhere.posts, late.posts]).toEqual([[], []]);
});

test('an attempt that the end of the process broke off is no failure', async () => {
  let isStopping = false;
  const { run, finished } = anAttempt({
    isStopping: () => isStopping,
    post: () => {
      isStopping = true;
      return Promise.resolve({ error: 'aborted' });
    },
  });

  expect(await run()).toBe('stopping');
  expect(finished).toMatchObject([{ status: 'pending', delayMs: 0, isFailure: false }]);
});
