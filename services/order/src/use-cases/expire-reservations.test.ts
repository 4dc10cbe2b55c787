import { createExpireReservations } from './expire-reservations';

const held = (...ids: string[]) => ids.map((orderId) => ({ orderId, epoch: 1 }));

function aSweep(given: { pages: string[][]; ordered?: string[]; lateOrders?: string[] }) {
  const effects: string[] = [];
  const names = (attempts: { orderId: string }[]) => attempts.map(({ orderId }) => orderId).join(' ');
  const sweep = createExpireReservations({
    inventory: {
      listHeld: (heldBefore, pageToken) => {
        effects.push(`list before ${heldBefore.toISOString()}`);
        const index = Number(pageToken);
        const nextPageToken = index + 1 < given.pages.length ? String(index + 1) : '';
        return Promise.resolve({ reservations: held(...(given.pages[index] ?? [])), nextPageToken });
      },
      expire: (attempts) => {
        effects.push(`expire ${names(attempts)}`);
        return Promise.resolve(attempts.length);
      },
    },
    tombstones: {
      findOrphans: (attempts) => Promise.resolve(attempts.filter(({ orderId }) => !given.ordered?.includes(orderId))),
      writeTombstones: (attempts) => {
        effects.push(`tombstones for ${names(attempts)}`);
        return Promise.resolve(attempts.filter(({ orderId }) => !given.lateOrders?.includes(orderId)));
      },
    },
    lifeMs: 60_000,
    now: () => new Date('2026-01-01T00:01:00Z'),
  });
  return { sweep, effects };
}

test('a reservation without an order gets a tombstone before its stock goes back', async () => {
  const { sweep, effects } = aSweep({ pages: [['a']] });

  expect(await sweep()).toBe(1);
  expect(effects).toEqual(['list before 2026-01-01T00:00:00.000Z', 'tombstones for a', 'expire a']);
});

test('a reservation with an order stays, also if the order was stored in between', async () => {
  const { sweep, effects } = aSweep({
    pages: [['ordered', 'late', 'orphan']],
    ordered: ['ordered'],
    lateOrders: ['late'],
  });

  expect(await sweep()).toBe(1);
  expect(effects.slice(1)).toEqual(['tombstones for late orphan', 'expire orphan']);
});

test('goes on after pages of reservations that have orders', async () => {
  const { sweep, effects } = aSweep({ pages: [['a', 'b'], ['c', 'd'], ['e']], ordered: ['a', 'b', 'c', 'd'] });

  expect(await sweep()).toBe(1);
  expect(effects.filter((effect) => effect.startsWith('expire'))).toEqual(['expire e']);
});
