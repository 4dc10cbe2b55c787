import type { OrderStatus } from '../mail/order';
import { createSettlePlacedOrders, type CommitOutcome } from './settle-placed-orders';

const placed = (orderId: string) => ({ orderId, requestId: `request ${orderId}`, traceparent: 'trace' });

/** Services that answer from a table and note what they were asked, in order. */
function neighbours(commits: Record<string, CommitOutcome>, statuses: Record<string, OrderStatus> = {}) {
  const effects: string[] = [];
  const settle = createSettlePlacedOrders({
    inventory: {
      commit: (ids) => {
        effects.push(`commit ${ids.join()}`);
        return Promise.resolve(ids.map((id) => commits[id] ?? 'not held'));
      },
    },
    ledger: {
      owe: (orders) => {
        effects.push(`owe ${orders.map(({ orderId }) => orderId).join()}`);
        return Promise.resolve();
      },
    },
    orders: {
      settle: (ids) => {
        effects.push(`settle ${ids.join()}`);
        return Promise.resolve(ids.map((id) => statuses[id]));
      },
    },
  });
  return { settle, effects };
}

test('a batch takes its stock, then owes its mails, then settles, each in one call', async () => {
  const { settle, effects } = neighbours({ a: 'committed', b: 'released' }, { a: 'Processed', b: 'Cancelled' });

  const settlements = await settle([placed('a'), placed('b')]);

  expect(effects).toEqual(['commit a,b', 'owe a,b', 'settle a,b']);
  expect(settlements).toEqual([
    { outcome: 'settled', status: 'Processed' },
    { outcome: 'settled', status: 'Cancelled' },
  ]);
});

test('an order without stock is owed nothing and not settled; its neighbours are', async () => {
  const { settle, effects } = neighbours({ a: 'committed' }, { a: 'Processed', b: 'Pending' });

  const settlements = await settle([placed('b'), placed('a')]);

  expect(effects).toEqual(['commit b,a', 'owe a', 'settle a']);
  expect(settlements).toEqual([{ outcome: 'not held' }, { outcome: 'settled', status: 'Processed' }]);
});

test('with nothing held nobody else is asked', async () => {
  const { settle, effects } = neighbours({});

  expect(await settle([placed('a')])).toEqual([{ outcome: 'not held' }]);
  expect(effects).toEqual(['commit a']);
});

test('an order that nobody knows is told apart, and one that is still pending is not settled', async () => {
  const { settle } = neighbours({ a: 'committed', b: 'committed' }, { b: 'Pending' });

  expect(await settle([placed('a'), placed('b')])).toEqual([{ outcome: 'no such order' }, { outcome: 'unsettled' }]);
});

test('two copies of a message are one order, and both are answered', async () => {
  const { settle, effects } = neighbours({ a: 'committed' }, { a: 'Processed' });

  const settlements = await settle([placed('a'), placed('a')]);

  expect(effects).toEqual(['commit a', 'owe a', 'settle a']);
  expect(settlements).toEqual([
    { outcome: 'settled', status: 'Processed' },
    { outcome: 'settled', status: 'Processed' },
  ]);
});
