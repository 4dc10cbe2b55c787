import type { Order } from '../domain/order';
import { createFailOrder } from './fail-order';

const order = (status: Order['status']) => ({ orderId: 'o', userId: 'u', status, revision: 2 }) as Order;
const request = { orderId: 'o', reason: 'given up' };

function aFailure(given: { moved?: Order; found?: Order }) {
  const effects: string[] = [];
  const distances: number[] = [];
  const failOrder = createFailOrder({
    orders: {
      failPending: ({ reason, owes, at, republishAt }) => {
        distances.push(republishAt.getTime() - at.getTime());
        effects.push(`fail for "${reason}" owing ${owes.map(({ kind }) => kind).join(' and ')}`);
        return Promise.resolve(given.moved);
      },
      find: () => Promise.resolve(given.found),
    },
    cache: {
      keep: (orders) => {
        effects.push(`keep ${orders.map(({ status }) => status).join()}`);
        return Promise.resolve();
      },
    },
    relay: (_, entry) => {
      effects.push(`deliver ${entry.kind}`);
      return Promise.resolve(true);
    },
    newOutboxEntry: (kind, at) => ({ id: kind, kind, at }),
    now: () => new Date(),
  });
  return { failOrder, effects, distances };
}

test('stock and message are owed in the write that fails the order, then delivered', async () => {
  const { failOrder, effects } = aFailure({ moved: order('Failed') });

  expect((await failOrder(request)).status).toBe('Failed');
  expect(effects).toEqual([
    'fail for "given up" owing release and publish',
    'deliver release',
    'deliver publish',
    'keep Failed',
  ]);
});

test('its message goes out again, in case the queue is lost before the processor has heard of the end', async () => {
  const { failOrder, distances } = aFailure({ moved: order('Failed') });
  await failOrder(request);
  expect(distances).toEqual([10_000]);
});

test('a failed order is answered again, and owes nothing more', async () => {
  const { failOrder, effects } = aFailure({ found: order('Failed') });

  expect((await failOrder(request)).status).toBe('Failed');
  expect(effects).toHaveLength(1);
});

test.each(['Processed', 'Cancelled'] as const)(
  'a %s order cannot be given up, and the refusal says so',
  async (status) => {
    const { failOrder } = aFailure({ found: order(status) });

    await expect(failOrder(request)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION', details: { status } });
  },
);

test('nor can one that nobody knows', async () => {
  const { failOrder } = aFailure({});

  await expect(failOrder(request)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
});

test('one that is stored between the write and the read is not answered as given up', async () => {
  const { failOrder } = aFailure({ found: order('Pending') });

  await expect(failOrder(request)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
});
