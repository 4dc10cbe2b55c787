import type { Order } from './order';
import { createSendMail, type Delivery, type SendMailNeeds } from './send-mail';

const order = { orderId: 'order', userId: 'buyer', items: [], totalAmount: 0, status: 'Processed' } satisfies Order;
const ready = {
  owed: { orderId: 'order', requestId: 'request', traceparent: 'trace', ageMs: 0 },
  order,
  buyer: { userId: 'buyer', name: 'Ada', email: 'ada@example.com' },
};

interface Setting {
  delivery?: Delivery;
  /** What the claim answers, and how long it takes to. */
  attempts?: number | undefined;
  claimTakesMs?: number;
  failingMarks?: number;
  isStopping?: boolean;
}

/** A ledger, a mail service and a clock that note everything in one list. */
function setting(facts: Setting = {}) {
  const { delivery = { outcome: 'sent' }, claimTakesMs = 0, failingMarks = 0, isStopping = false } = facts;
  const effects: unknown[] = [];
  let nowMs = 0;
  let marks = 0;
  const mark = (what: unknown) => {
    marks += 1;
    if (marks <= failingMarks) return Promise.reject(new Error('database away'));
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
      close: async (closings) => {
        await mark(closings);
        return closings.length;
      },
      postpone: mark,
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
      rest: (milliseconds) => effects.push(`rest ${String(milliseconds)}`),
    },
    report: () => undefined,
    newId: () => 'claim',
    chance: () => 1,
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

test('a mail is claimed, sent, and marked sent under its claim', async () => {
  const { send, effects } = setting();

  expect(await send(ready)).toBe('sent');
  expect(effects).toEqual([
    'claim claim 60000',
    'send ada@example.com',
    [{ orderId: 'order', claim: 'claim', end: 'sent' }],
  ]);
});

test('a mail that another one holds is left to it', async () => {
  const { send, effects } = setting({ attempts: undefined });

  expect(await send(ready)).toBe('lost');
  expect(effects).toEqual(['claim claim 60000', 'turn given back']);
});

test('with too little left of the lease nothing is sent', async () => {
  const { send, effects } = setting({ claimTakesMs: 50_001 });

  expect(await send(ready)).toBe('late');
  expect(effects).toEqual(['claim claim 60000', 'turn given back']);
});

test('a mark that fails is written again, so that the mail does not go out twice', async () => {
  const { send, effects } = setting({ failingMarks: 20 });

  expect(await send(ready)).toBe('sent');
  expect(effects.filter((effect) => effect === 'send ada@example.com')).toHaveLength(1);
  expect(effects.at(-1)).toEqual([{ orderId: 'order', claim: 'claim', end: 'sent' }]);
});

test('a mark is given up when the lease is over', async () => {
  const { send, nowMs } = setting({ failingMarks: Infinity });

  await expect(send(ready)).rejects.toThrow('database away');
  expect(nowMs()).toBe(60_000);
});

test('a mail that is refused for good is marked rejected with the reason', async () => {
  const { send, effects } = setting({ delivery: { outcome: 'rejected', reason: 'no such domain' } });

  expect(await send(ready)).toBe('rejected');
  expect(effects.at(-1)).toEqual([{ orderId: 'order', claim: 'claim', end: 'rejected', reason: 'no such domain' }]);
});

test.each([
  ['away', 'away', []],
  ['not allowed now', 'delayed', []],
  ['too fast', 'delayed', ['rest 1000']],
] as const)('a mail service that is %s gets the mail again later', async (because, outcome, rests) => {
  const { send, effects } = setting({ attempts: 3, delivery: { outcome: 'later', because, reason: '' } });

  expect(await send(ready)).toBe(outcome);
  expect(effects.slice(2)).toEqual([...rests, [{ orderId: 'order', claim: 'claim', delayMs: 4_000 }]]);
});

test('a process that is stopping claims nothing', async () => {
  const { send, effects } = setting({ isStopping: true });

  expect(await send(ready)).toBe('stopped');
  expect(effects).toEqual([]);
});
