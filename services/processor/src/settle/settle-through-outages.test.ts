import { createSettleThroughOutages } from './settle-through-outages';
import type { Settlement } from './settle-placed-orders';

const placed = (orderId: string) => ({ orderId, requestId: 'request', traceparent: 'trace' });
const settled: Settlement = { outcome: 'settled', status: 'Processed' };
const away = new Error('away');

/** A clock that waiting moves, and a settle that does what the test says at each call. */
function setting(settle: (orderIds: string[], call: number) => Promise<Settlement[]>, { stopsAtMs = Infinity } = {}) {
  let nowMs = 0;
  let answers = true;
  const waits: number[] = [];
  const calls: string[][] = [];
  const troubles: string[][] = [];
  const outages = createSettleThroughOutages({
    settle: (orders) => {
      calls.push(orders.map(({ orderId }) => orderId));
      return settle(calls.at(-1) ?? [], calls.length);
    },
    isAway: (error) => error === away,
    ping: () => (answers ? Promise.resolve() : Promise.reject(away)),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      nowMs += milliseconds;
      return Promise.resolve();
    },
    isStopping: () => nowMs >= stopsAtMs,
    now: () => nowMs,
    patienceMs: 10_000,
    onTrouble: ({ orderIds }) => troubles.push(orderIds),
  });
  return { outages, waits, calls, troubles, answer: (is: boolean) => (answers = is) };
}

test('orders in hand wait for what is away, longer each time, and are settled when it is back', async () => {
  const { outages, waits } = setting((_, call) => (call < 7 ? Promise.reject(away) : Promise.resolve([settled])));

  expect(await outages.settle([placed('a')])).toEqual([settled]);
  expect(waits).toEqual([100, 200, 400, 800, 1_600, 2_000]);
});

test('past the patience they are left unsettled', async () => {
  const { outages, waits } = setting(() => Promise.reject(away));

  expect(await outages.settle([placed('a'), placed('b')])).toEqual([
    { outcome: 'unsettled' },
    { outcome: 'unsettled' },
  ]);
  expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(12_000);
});

test('a process that is stopping does not wait', async () => {
  const { outages, waits } = setting(() => Promise.reject(away), { stopsAtMs: 0 });

  expect(await outages.settle([placed('a')])).toEqual([{ outcome: 'unsettled' }]);
  expect(waits).toEqual([]);
});

test('an order that breaks a batch is left unsettled alone', async () => {
  const { outages, troubles } = setting((ids) =>
    ids.includes('bad') ? Promise.reject(new Error('defect')) : Promise.resolve(ids.map(() => settled)),
  );

  const settlements = await outages.settle([placed('a'), placed('bad'), placed('c')]);

  expect(settlements).toEqual([settled, { outcome: 'unsettled' }, settled]);
  expect(troubles).toEqual([['bad']]);
});

test('after trouble nothing is received until everything answers', async () => {
  const { outages, answer } = setting(() => Promise.reject(away), { stopsAtMs: 0 });
  expect(await outages.canReceive()).toBe(true);
  await outages.settle([placed('a')]);

  answer(false);
  expect(await outages.canReceive()).toBe(false);
  answer(true);

  expect(await outages.canReceive()).toBe(true);
});
