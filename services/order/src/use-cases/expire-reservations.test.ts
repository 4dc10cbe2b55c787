import { createExpireReservations } from './expire-reservations';

const held = (...ids: string[]) => ids.map((orderId) => ({ orderId, epoch: 1 }));

function aSweep(given: { pages: string[][]; ordered?: string[]; lateOrders?: string[] }) {
  const effects: string[] = [];
  const names = (takings: { orderId: string }[]) => takings.map(({ orderId }) => orderId).join(' ');
  const sweep = createExpireReservations({
    inventory: {
      listHeld: (heldBefore, pageToken) => {
        effects.push(`list before ${heldBefore.toISOString()}`);
        const index = Number(pageToken);
        const nextPageToken = index + 1 < given.pages.length ? String(index + 1) : '';
        return Promise.resolve({ reservations: held(...(given.pages[index] ?? [])), nextPageToken });
      },
      expire: (takings) => {
        effects.push(`expire ${names(takings)}`);
        return Promise.resolve(takings.length);
      },
    },
    voids: {
      withoutOrder: (takings) => Promise.resolve(takings.filter(({ orderId }) => !given.ordered?.includes(orderId))),
      fence: (takings) => {
        effects.push(`fence ${names(takings)}`);
        return Promise.resolve(takings.filter(({ orderId }) => !given.lateOrders?.includes(orderId)));
      },
    },
    lifeMs: 60_000,
    now: () => new Date('2026-01-01T00:01:00Z'),
  });
  return { sweep, effects };
}

test('a reservation without an order is fenced before its stock goes back', async () => {
  const { sweep, effects } = aSweep({ pages: [['a']] });

  expect(await sweep()).toBe(1);
  expect(effects).toEqual(['list before 2026-01-01T00:00:00.000Z', 'fence a', 'expire a']);
});

test('a reservation with an order is left alone, and an order that came in between too', async () => {
  const { sweep, effects } = aSweep({
    pages: [['ordered', 'late', 'orphan']],
    ordered: ['ordered'],
    lateOrders: ['late'],
  });

  expect(await sweep()).toBe(1);
  expect(effects.slice(1)).toEqual(['fence late orphan', 'expire orphan']);
});

test('it goes on past pages that are rightly held', async () => {
  const { sweep, effects } = aSweep({ pages: [['a', 'b'], ['c', 'd'], ['e']], ordered: ['a', 'b', 'c', 'd'] });

  expect(await sweep()).toBe(1);
  expect(effects.filter((effect) => effect.startsWith('expire'))).toEqual(['expire e']);
});
