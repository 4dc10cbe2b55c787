import type { Order } from './order-mail';
import { createSendMail, mailRetryDelayMs, type Delivery, type SendMailNeeds } from './send-mail';

const order = { orderId: 'order', userId: 'buyer', items: [], totalAmount: 0, status: 'Processed' } satisfies Order;
const ready = {
  pending: { orderId: 'order', requestId: 'request', traceparent: 'trace', ageMs: 0 },
  order,
  buyer: { userId: 'buyer', name: 'Ada', email: 'ada@example.com' },
};

interface Setting {
  delivery?: Delivery;
  /** What the claim answers, and how long it takes to. */
  attempts?: number | undefined;
  claimTakesMs?: number;
  failingWrites?: number;
  isStopping?: boolean;
}

/** A ledger, a mail service and a clock that record every effect in one list. */
function setting(facts: Setting = {}) {
  const { delivery = { outcome: 'sent' }, claimTakesMs = 0, failingWrites = 0, isStopping = false } = facts;
  const effects: unknown[] = [];
  let nowMs = 0;
  let writes = 0;
  const write = (what: unknown) => {
    writes += 1;
    if (writes <= failingWrites) return Promise.reject(new Error('database unavailable'));
    effects.push(what);
    return Promise.resolve();
  };
  const needs: SendMailNeeds = {
    ledger: {
      claim: ({ claim, leaseMs }) => {
        effects.push(`claim ${claim} ${String(leaseMs)}`);
        nowMs += claimTakesMs;
        return Promise.resolve('attempts' in facts ? facts.attempts : 1);
      },
      finish: async (finished) => {
        await write(finished);
        return finished.length;
      },
      postpone: write,
    },
    mailer: {
      send: (to) => {
        effects.push(`send ${to}`);
        return Promise.resolve(delivery);
      },
    },
    pace: {
      take: () => Promise.resolve(),
      giveBack: () => effects.push('turn given back'),
      pause: (milliseconds) => effects.push(`pause ${String(milliseconds)}`),
    },
    onDelivery: () => undefined,
    newId: () => 'claim',
    random: () => 1,
    monotonicMs: () => nowMs,
    wait: (milliseconds) => {
      nowMs += milliseconds;
      return Promise.resolve();
    },
    isStopping: () => isStopping,
    leaseMs: 60_000,
    longestSendMs: 5_000,
  };
  return { send: createSendMail(needs), effects, nowMs: () => nowMs };
}

test('a mail is claimed, sent, and recorded as sent under its claim', async () => {
  const { send, effects } = setting();

  expect(await send(ready)).toBe('sent');
  expect(effects).toEqual([
    'claim claim 60000',
    'send ada@example.com',
    [{ orderId: 'order', claim: 'claim', outcome: 'sent' }],
  ]);
});

test('a mail that another processor claimed is left alone', async () => {
  const { send, effects } = setting({ attempts: undefined });

  expect(await send(ready)).toBe('claimed elsewhere');
  expect(effects).toEqual(['claim claim 60000', 'turn given back']);
});

test('with too little of the lease left nothing is sent', async () => {
  const { send, effects } = setting({ claimTakesMs: 50_001 });

  expect(await send(ready)).toBe('too late');
  expect(effects).toEqual(['claim claim 60000', 'turn given back']);
});

test('a failed record is written again, so that the mail does not go out twice', async () => {
  const { send, effects } = setting({ failingWrites: 20 });

  expect(await send(ready)).toBe('sent');
  expect(effects.filter((effect) => effect === 'send ada@example.com')).toHaveLength(1);
  expect(effects.at(-1)).toEqual([{ orderId: 'order', claim: 'claim', outcome: 'sent' }]);
});

test('recording fails for good when the lease is over', async () => {
  const { send, nowMs } = setting({ failingWrites: Infinity });

  await expect(send(ready)).rejects.toThrow('database unavailable');
  expect(nowMs()).toBe(60_000);
});

test('a mail that is refused for good is recorded as rejected with the reason', async () => {
  const { send, effects } = setting({ delivery: { outcome: 'rejected', reason: 'no such domain' } });

  expect(await send(ready)).toBe('rejected');
  expect(effects.at(-1)).toEqual([{ orderId: 'order', claim: 'claim', outcome: 'rejected', reason: 'no such domain' }]);
});

test.each([
  ['unavailable', 'unavailable', []],
  ['not allowed', 'delayed', []],
  ['throttled', 'delayed', ['pause 1000']],
] as const)('a mail that is not accepted (%s) is sent again later', async (because, outcome, pauses) => {
  const { send, effects } = setting({ attempts: 3, delivery: { outcome: 'retry', because, reason: '' } });

  expect(await send(ready)).toBe(outcome);
  expect(effects.slice(2)).toEqual([...pauses, [{ orderId: 'order', claim: 'claim', delayMs: 4_000 }]]);
});

test('a process that is stopping claims nothing', async () => {
  const { send, effects } = setting({ isStopping: true });

  expect(await send(ready)).toBe('stopping');
  expect(effects).toEqual([]);
});

test.each([
  [1, 500, 1_000],
  [2, 1_000, 2_000],
  [5, 8_000, 16_000],
  [11, 450_000, 900_000],
  [1_000, 450_000, 900_000],
])('after attempt %i a mail waits %i to %i ms', (attempts, shortest, longest) => {
  expect([mailRetryDelayMs(attempts, 0), mailRetryDelayMs(attempts, 1)]).toEqual([shortest, longest]);
});
