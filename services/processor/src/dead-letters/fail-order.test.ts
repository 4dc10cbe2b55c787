import type { OrderStatus } from '@orders/proto/order-status';
import { createFailOrder } from './fail-order';

const asked = { operator: 'ada', operationId: '', orderId: 'o', reason: 'lost' };

function aFailure(status: OrderStatus | undefined) {
  const did: unknown[] = [];
  const failOrder = createFailOrder({
    orders: {
      fail: (...given) => {
        did.push(given);
        return Promise.resolve(status);
      },
    },
    recordAction: ({ act }) => {
      did.push(act);
      return Promise.resolve((...outcome) => {
        did.push(outcome);
        return Promise.resolve();
      });
    },
    once: (_action, work) => work(),
  });
  return { failOrder, did };
}

test('the act is recorded before it is carried out, and its outcome with the result after it', async () => {
  const { failOrder, did } = aFailure('Failed');

  await failOrder(asked);
  expect(did).toEqual(['fail', ['o', 'lost'], ['the order is Failed', { status: 'Failed' }]]);
});

test.each([
  ['Processed', 'ORDER_IS_FINAL', 'the order is Processed'],
  ['Cancelled', 'ORDER_IS_FINAL', 'the order is Cancelled'],
  [undefined, 'ORDER_NOT_FOUND', 'there is no order'],
] as const)('an order that is %p is refused with %s, which is no result', async (status, code, outcome) => {
  const { failOrder, did } = aFailure(status);

  await expect(failOrder(asked)).rejects.toMatchObject({ code });
  expect(did.at(-1)).toEqual([outcome, undefined]);
});
