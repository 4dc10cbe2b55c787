import type { OrderJson } from '@orders/proto/order-json';
import type { DueDelivery } from './delivery';
import type { DueWebhook } from './delivery-store';
import { createSendDeliveries } from './send-deliveries';
import type { Receiver } from './webhook';

const aPage = (webhookId: string, count: number): DueWebhook => ({
  receiver: { webhookId, events: ['order.placed'] } as Receiver,
  due: Array.from(
    { length: count },
    (_, index) => ({ deliveryId: `${webhookId}${String(index)}`, kind: 'test', event: 'webhook.test' }) as DueDelivery,
  ),
});

function aSender(
  pages: DueWebhook[],
  { total = 200, perReceiver = 10, findJson = () => Promise.resolve([] as OrderJson[]) } = {},
) {
  const state = { nowMs: 0, isStopping: false, woken: 0 };
  const open = new Map<string, () => void>();
  const started: string[] = [];
  const asked: string[][] = [];
  const failures: string[] = [];
  const sender = createSendDeliveries({
    deliveries: {
      findDue: ({ except }) => {
        asked.push(except);
        return Promise.resolve(pages.filter(({ receiver }) => !except.includes(receiver.webhookId)));
      },
      postpone: () => Promise.resolve(),
      drop: () => Promise.resolve(),
    },
    orders: { findJson },
    attempt: (_, { due: { deliveryId } }) => {
      started.push(deliveryId);
      const { promise, resolve } = Promise.withResolvers<'delivered'>();
      open.set(deliveryId, () => resolve('delivered'));
      return promise;
    },
    wake: () => {
      state.woken += 1;
    },
    onFailure: ({ webhookId }) => failures.push(webhookId),
    monotonicMs: () => state.nowMs,
    isStopping: () => state.isStopping,
    limits: { total, perReceiver, page: 100 },
  });
  const settleAll = async () => {
    while (open.size > 0) {
      for (const [id, resolve] of [...open]) {
        open.delete(id);
        resolve();
      }
      await turns();
    }
  };
  return { sender, started, asked, failures, state, settleAll };
}

const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const countOf = (started: string[], webhookId: string) => started.filter((id) => id.startsWith(webhookId)).length;

test('each receiver has places of its own, and is not looked at again while it is being served', async () => {
  const { sender, started, asked } = aSender([aPage('a', 30), aPage('b', 2)]);

  await sender.run();
  await turns();
  await sender.run();

  expect([countOf(started, 'a'), countOf(started, 'b')]).toEqual([10, 2]);
  expect(asked).toEqual([[], ['a', 'b']]);
});

test('many receivers share the places, and each has one', async () => {
  const { sender, started } = aSender(
    ['a', 'b', 'c', 'd', 'e'].map((id) => aPage(id, 9)),
    { total: 4, perReceiver: 3 },
  );

  await sender.run();
  await turns();

  expect(['a', 'b', 'c', 'd', 'e'].map((id) => countOf(started, id))).toEqual([1, 1, 1, 1, 1]);
});

test('a served page wakes the sender; what is left of a page after 5 s is read again', async () => {
  const { sender, started, state, settleAll } = aSender([aPage('a', 12)], { perReceiver: 1 });
  await sender.run();
  await turns();
  state.nowMs = 5_000;

  await settleAll();
  await sender.idle();

  expect(started).toEqual(['a0']);
  expect(state.woken).toBe(1);
});

test('a stopping process starts nothing and waits for what it has started', async () => {
  const { sender, started, state, settleAll } = aSender([aPage('a', 20)]);
  await sender.run();
  await turns();
  state.isStopping = true;
  let isIdle = false;
  const idle = sender.idle().then(() => {
    isIdle = true;
  });

  await turns();
  expect(isIdle).toBe(false);
  await settleAll();
  await idle;
  expect(started).toHaveLength(10);
});

test('a failure concerns one receiver, and its next attempt comes with the next interval', async () => {
  const failing = aPage('b', 1);
  const { sender, started, failures, state } = aSender([aPage('a', 1), failing], {
    findJson: () => Promise.reject(new Error('order is unavailable')),
  });
  failing.due[0]!.kind = 'outcome';

  await sender.run();
  await turns();

  expect([started, failures, state.woken]).toEqual([['a0'], ['b'], 0]);
});
