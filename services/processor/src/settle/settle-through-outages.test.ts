import type { Settlement } from './settle-placed-orders';
import { createSettleThroughOutages } from './settle-through-outages';

const placed = (orderId: string) => ({ orderId, requestId: 'request', traceparent: 'trace' });
const settled: Settlement = { outcome: 'settled', status: 'Processed' };
const unavailable = new Error('unavailable');

/** A clock that waiting moves, and a settle that does what the test says at each call. */
function setting(settle: (orderIds: string[], call: number) => Promise<Settlement[]>, { stopsAtMs = Infinity } = {}) {
  let nowMs = 0;
  let isAnswering = true;
  const waits: number[] = [];
  const calls: string[][] = [];
  const failures: string[][] = [];
  const outages = createSettleThroughOutages({
    settle: (orders) => {
      calls.push(orders.map(({ orderId }) => orderId));
      return settle(calls.at(-1) ?? [], calls.length);
    },
    isUnavailable: (error) => error === unavailable,
    ping: () => (isAnswering ? Promise.resolve() : Promise.reject(unavailable)),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      nowMs += milliseconds;
      return Promise.resolve();
    },
    isStopping: () => nowMs >= stopsAtMs,
    monotonicMs: () => nowMs,
    maxHoldMs: 10_000,
    onFailure: ({ orderIds }) => failures.push(orderIds),
  });
  return { outages, waits, calls, failures, setAnswering: (is: boolean) => (isAnswering = is) };
}

test('orders in hand wait for an unavailable service, longer each time, and are settled when it is back', async () => {
  const { outages, waits } = setting((_, call) =>
    call < 7 ? Promise.reject(unavailable) : Promise.resolve([settled]),
  );

  expect(await outages.settle([placed('a')])).toEqual([settled]);
  expect(waits).toEqual([100, 200, 400, 800, 1_600, 2_000]);
});

test('past the longest hold they are left unsettled', async () => {
  const { outages, waits } = setting(() => Promise.reject(unavailable));

  expect(await outages.settle([placed('a'), placed('b')])).toEqual([
    { outcome: 'unsettled' },
    { outcome: 'unsettled' },
  ]);
  expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(12_000);
});

test('a process that is stopping does not wait', async () => {
  const { outages, waits } = setting(() => Promise.reject(unavailable), { stopsAtMs: 0 });

  expect(await outages.settle([placed('a')])).toEqual([{ outcome: 'unsettled' }]);
  expect(waits).toEqual([]);
});

test('only the order that breaks a batch is left unsettled', async () => {
  const { outages, failures } = setting((ids) =>
    ids.includes('bad') ? Promise.reject(new Error('defect')) : Promise.resolve(ids.map(() => settled)),
  );

  const settlements = await outages.settle([placed('a'), placed('bad'), placed('c')]);

  expect(settlements).toEqual([settled, { outcome: 'unsettled' }, settled]);
  expect(failures).toEqual([['bad']]);
});

test('after a failure nothing is received until everything answers', async () => {
  const { outages, setAnswering } = setting(() => Promise.reject(unavailable), { stopsAtMs: 0 });
  expect(await outages.canReceive()).toBe(true);
  await outages.settle([placed('a')]);

  setAnswering(false);
  expect(await outages.canReceive()).toBe(false);
  setAnswering(true);

  expect(await outages.canReceive()).toBe(true);
});
