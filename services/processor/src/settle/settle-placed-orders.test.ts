import type { OrderStatus } from '@orders/proto/order-status';
import { createSettlePlacedOrders, type CommitOutcome } from './settle-placed-orders';

const placed = (orderId: string) => ({ orderId, requestId: `request ${orderId}`, traceparent: 'trace' });

/** Services that answer from a table and record their calls, in order. */
function aSettle(commits: Record<string, CommitOutcome>, statuses: Record<string, OrderStatus> = {}) {
  const effects: string[] = [];
  const settle = createSettlePlacedOrders({
    inventory: {
      commit: (ids) => {
        effects.push(`commit ${ids.join()}`);
        return Promise.resolve(ids.map((id) => commits[id] ?? 'not held'));
      },
    },
    ledger: {
      recordPendingMails: (orders) => {
        effects.push(`record ${orders.map(({ orderId }) => orderId).join()}`);
        return Promise.resolve();
      },
    },
    recordDeliveries: (orders) => {
      effects.push(`deliver ${orders.map(({ orderId }) => orderId).join()}`);
      return Promise.resolve();
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

test('a batch commits its stock, then records its mails and webhooks, then settles, each in one call', async () => {
  const { settle, effects } = aSettle({ a: 'committed', b: 'released' }, { a: 'Processed', b: 'Cancelled' });

  const settlements = await settle([placed('a'), placed('b')]);

  expect(effects).toEqual(['commit a,b', 'record a,b', 'deliver a,b', 'settle a,b']);
  expect(settlements).toEqual([
    { outcome: 'settled', status: 'Processed' },
    { outcome: 'settled', status: 'Cancelled' },
  ]);
});

test('an order without stock gets no mail and is not settled; the others are', async () => {
  const { settle, effects } = aSettle({ a: 'committed' }, { a: 'Processed', b: 'Pending' });

  const settlements = await settle([placed('b'), placed('a')]);

  expect(effects).toEqual(['commit b,a', 'record a', 'deliver a', 'settle a']);
  expect(settlements).toEqual([{ outcome: 'not held' }, { outcome: 'settled', status: 'Processed' }]);
});

test('with nothing held no other service is called', async () => {
  const { settle, effects } = aSettle({});

  expect(await settle([placed('a')])).toEqual([{ outcome: 'not held' }]);
  expect(effects).toEqual(['commit a']);
});

test('an unknown order is reported as such, and one that is still pending is not settled', async () => {
  const { settle } = aSettle({ a: 'committed', b: 'committed' }, { b: 'Pending' });

  expect(await settle([placed('a'), placed('b')])).toEqual([{ outcome: 'no such order' }, { outcome: 'unsettled' }]);
});

test('two copies of a message are settled once, and both get the result', async () => {
  const { settle, effects } = aSettle({ a: 'committed' }, { a: 'Processed' });

  const settlements = await settle([placed('a'), placed('a')]);

  expect(effects).toEqual(['commit a', 'record a', 'deliver a', 'settle a']);
  expect(settlements).toEqual([
    { outcome: 'settled', status: 'Processed' },
    { outcome: 'settled', status: 'Processed' },
  ]);
});
