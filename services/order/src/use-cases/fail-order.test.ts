import type { Order } from '../domain/order';
import { createFailOrder } from './end-order';

const order = (status: Order['status']) => ({ orderId: 'o', userId: 'u', status, revision: 2 }) as Order;
const request = { orderId: 'o', reason: 'cannot be sent' };

function aFailure(given: { moved?: Order; found?: Order }) {
  const effects: string[] = [];
  const distances: number[] = [];
  const failOrder = createFailOrder({
    orders: {
      moveFromPending: ({ action, reason, entries, at, republishAt }) => {
        distances.push(republishAt.getTime() - at.getTime());
        effects.push(`${action} for "${reason}" with ${entries.map(({ kind }) => kind).join(' and ')}`);
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
    deliver: (_, entry) => {
      effects.push(`deliver ${entry.kind}`);
      return Promise.resolve(true);
    },
    newOutboxEntry: (kind, at) => ({ id: kind, kind, at }),
    now: () => new Date(),
  });
  return { failOrder, effects, distances };
}

test('records release and publish in the write that fails the order, then delivers them', async () => {
  const { failOrder, effects } = aFailure({ moved: order('Failed') });

  expect((await failOrder(request)).status).toBe('Failed');
  expect(effects).toEqual([
    'fail for "cannot be sent" with release and publish',
    'deliver release',
    'deliver publish',
    'keep Failed',
  ]);
});

test('schedules its message again, in case the queue is lost before the processor has settled the order', async () => {
  const { failOrder, distances } = aFailure({ moved: order('Failed') });
  await failOrder(request);
  expect(distances).toEqual([10_000]);
});

test('answers an order that has failed already, and records nothing more', async () => {
  const { failOrder, effects } = aFailure({ found: order('Failed') });

  expect((await failOrder(request)).status).toBe('Failed');
  expect(effects).toHaveLength(1);
});

test.each(['Processed', 'Cancelled'] as const)('a %s order cannot fail, and the error says so', async (status) => {
  const { failOrder } = aFailure({ found: order(status) });

  await expect(failOrder(request)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION', details: { status } });
});

test('an unknown order is not found', async () => {
  const { failOrder } = aFailure({});

  await expect(failOrder(request)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
});

test('an order inserted between the move and the read is not answered as failed', async () => {
  const { failOrder } = aFailure({ found: order('Pending') });

  await expect(failOrder(request)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
});
