import type { Order } from '../domain/order';
import { createCancelOrder } from './end-order';

const own = { orderId: 'o', userId: 'u' };
const order = (status: Order['status']) => ({ ...own, status, revision: 2 }) as Order;

function aCancel(given: { moved?: Order; found?: Order }) {
  const effects: string[] = [];
  const cancelOrder = createCancelOrder({
    orders: {
      moveFromPending: ({ action, entries }) => {
        effects.push(`${action} with ${entries.map(({ kind }) => kind).join()}`);
        return Promise.resolve(given.moved);
      },
      find: () => Promise.resolve(given.found),
    },
    cache: { keep: () => Promise.resolve() },
    deliver: (_, entry) => {
      effects.push(`deliver ${entry.kind}`);
      return Promise.resolve();
    },
    newOutboxEntry: (kind, at) => ({ id: 'entry', kind, at }),
    now: () => new Date(),
  });
  return { cancelOrder, effects };
}

test('records the release and the message in the write that cancels, and delivers the release before the answer', async () => {
  const { cancelOrder, effects } = aCancel({ moved: order('Cancelled') });

  expect((await cancelOrder(own)).status).toBe('Cancelled');
  expect(effects).toEqual(['cancel with release,publish', 'deliver publish', 'deliver release']);
});

test('answers an order that is cancelled already', async () => {
  const { cancelOrder, effects } = aCancel({ found: order('Cancelled') });

  expect((await cancelOrder(own)).status).toBe('Cancelled');
  expect(effects).not.toContain('deliver release');
});

test.each(['Processed', 'Failed'] as const)('a %s order cannot be cancelled', async (status) => {
  const { cancelOrder } = aCancel({ found: order(status) });

  await expect(cancelOrder(own)).rejects.toMatchObject({ code: 'NOT_CANCELLABLE' });
});

test("another user's order is not found", async () => {
  const { cancelOrder } = aCancel({ found: { ...order('Pending'), userId: 'another user' } });

  await expect(cancelOrder(own)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
});

test('an order inserted between the move and the read is not answered as cancelled', async () => {
  const { cancelOrder } = aCancel({ found: order('Pending') });

  await expect(cancelOrder(own)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
});
