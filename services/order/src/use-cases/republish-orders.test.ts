import type { Order } from '../domain/order';
import { createRepublishOrders } from './republish-orders';

const now = new Date('2026-01-01T01:00:00Z');
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

function aSweep(given: { ages: number[]; depth: number; lostRaces?: string[] }) {
  const delivered: string[] = [];
  const planned: Date[] = [];
  const candidates = given.ages.map((age, index) => ({
    order: { orderId: String(index), createdAt: secondsAgo(age) } as Order,
    republishAt: secondsAgo(1),
    republishes: 2,
  }));
  const sweep = createRepublishOrders({
    outbox: {
      findRepublishable: () => Promise.resolve(candidates),
      republish: ({ order }, { nextAt }) => {
        planned.push(nextAt);
        return Promise.resolve(!given.lostRaces?.includes(order.orderId));
      },
    },
    queue: { depth: () => Promise.resolve(given.depth) },
    deliver: ({ orderId }) => Promise.resolve(delivered.push(orderId)),
    newOutboxEntry: (kind, at) => ({ id: 'entry', kind, at }),
    now: () => now,
  });
  return { sweep, delivered, planned };
}

test('with an empty queue every due order is published again, the next time after a longer delay', async () => {
  const { sweep, delivered, planned } = aSweep({ ages: [30, 60], depth: 0 });

  expect(await sweep()).toBe(2);
  expect(delivered).toEqual(['0', '1']);
  expect(planned[0]).toEqual(new Date(now.getTime() + 80_000));
});

test('while the queue holds messages only very old orders are published again', async () => {
  const { sweep, delivered } = aSweep({ ages: [899, 901], depth: 1 });

  expect(await sweep()).toBe(1);
  expect(delivered).toEqual(['1']);
});

test('skips what another replica has just published again', async () => {
  const { sweep, delivered } = aSweep({ ages: [30, 30], depth: 0, lostRaces: ['0'] });

  expect(await sweep()).toBe(1);
  expect(delivered).toEqual(['1']);
});
