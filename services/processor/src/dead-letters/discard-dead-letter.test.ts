import type { OrderStatus } from '@orders/proto/order-status';
import { unavailable } from '@orders/shared/errors';
import type { DeadLetter } from './dead-letter-browser';
import { createDiscardDeadLetter } from './discard-dead-letter';

const asked = { operator: 'ada', operationId: '', messageId: 'm', reason: 'given up' };

interface Given {
  orderId?: string;
  fail?: () => Promise<OrderStatus | undefined>;
}

function aDiscard({ fail = () => Promise.resolve('Failed'), ...about }: Given) {
  const did: string[] = [];
  const doing = (what: string) => {
    did.push(what);
    return Promise.resolve();
  };
  const letter: DeadLetter = { messageId: 'm', body: '', reason: '', sentAt: new Date(0), ...about };
  const discard = createDiscardDeadLetter({
    browser: { take: () => Promise.resolve(letter) },
    deadLetters: { remove: () => doing('remove'), putBack: () => doing('put back') },
    orders: {
      fail: (orderId, reason) => {
        did.push(`fail ${orderId}: ${reason}`);
        return fail();
      },
    },
    recordAction: async ({ act, operator }) => {
      await doing(`${operator}: ${act}`);
      return doing;
    },
    once: (_action, work) => work(),
  });
  return { discard, did };
}

test('the order fails before the letter is deleted; the action and its outcome are recorded', async () => {
  const { discard, did } = aDiscard({ orderId: 'o' });

  expect(await discard(asked)).toEqual({ orderId: 'o', status: 'Failed' });
  expect(did).toEqual(['ada: discard', 'fail o: given up', 'remove', 'the order is Failed']);
});

test('a letter that cannot be parsed is deleted, and no order is changed', async () => {
  const { discard, did } = aDiscard({});

  expect(await discard(asked)).toEqual({});
  expect(did).toEqual(['ada: discard', 'remove', 'there is no order']);
});

test('a letter of an unknown order is deleted', async () => {
  const { discard, did } = aDiscard({ orderId: 'o', fail: () => Promise.resolve(undefined) });

  expect(await discard(asked)).toEqual({ orderId: 'o' });
  expect(did).toContain('remove');
});

test('while the order service is unavailable the letter stays', async () => {
  const { discard, did } = aDiscard({
    orderId: 'o',
    fail: () => Promise.reject(unavailable('the order service is unavailable')),
  });

  await expect(discard(asked)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(did).toEqual(['ada: discard', 'fail o: given up', 'put back']);
});
