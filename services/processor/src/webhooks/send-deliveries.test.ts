import type { OrderJson } from '@orders/proto/order-json';
import type { DueDelivery } from './delivery';
import type { DueWebhook } from './delivery-store';
import { createSendDeliveries } from './send-deliveries';
import type { Receiver } from './webhook';

const aPage = (webhookId: string, count: number, prefix = webhookId): DueWebhook => ({
  receiver: { webhookId, events: ['order.placed'] } as Receiver,
  due: Array.from(
    { length: count },
    (_, index) => ({ deliveryId: `${prefix}${String(index)}`, kind: 'test', event: 'webhook.test' }) as DueDelivery,
  ),
});

function aSender(
  pages: DueWebhook[],
  { total = 200, perReceiver = 10, findJson = () => Promise.resolve([] as OrderJson[]) } = {},
) {
  const state = { nowMs: 0, isStopping: false, isFailing: false, woken: 0 };
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
      if (state.isFailing) return Promise.reject(new Error('the database is unavailable'));
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
      for (const id of [...open.keys()]) settle(id);
      await turns();
    }
  };
  const settle = (id: string) => {
    open.get(id)?.();
    open.delete(id);
  };
  return { sender, started, asked, failures, state, settle, settleAll };
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

test('a slow attempt keeps its place only: the next page is sent in the others, and in its own once it has ended', async () => {
  const pages = [aPage('a', 3)];
  const { sender, started, asked, state, settle } = aSender(pages, { perReceiver: 2 });
  await sender.run();
  await turns();
  settle('a1');
  await turns();
  settle('a2');
  await turns();

  pages[0] = aPage('a', 3, 'next');
  await sender.run();
  await turns();
  const whileSlow = [...started];
  await sender.run();
  settle('a0');
  await turns();

  expect([whileSlow, state.woken]).toEqual([['a0', 'a1', 'a2', 'next0'], 1]);
  expect(started.slice(4)).toEqual(['next1']);
  expect(asked).toEqual([[], [], ['a']]);
});

test('a receiver whose places are all taken by slow attempts is not looked at', async () => {
  const { sender, asked, state, settleAll } = aSender([aPage('a', 2)], { perReceiver: 2 });
  await sender.run();
  await turns();
  state.nowMs = 5_000;

  await sender.run();
  await settleAll();
  await sender.idle();
  await sender.run();

  expect(asked).toEqual([[], ['a'], []]);
});

test('a receiver is not looked at while the orders of its page are read', async () => {
  const page = aPage('a', 1);
  const orders = Promise.withResolvers<OrderJson[]>();
  const { sender, started, asked } = aSender([page], { findJson: () => orders.promise });
  page.due[0]!.kind = 'outcome';

  await sender.run();
  await sender.run();
  orders.resolve([]);
  await sender.idle();

  expect([asked, started]).toEqual([[[], ['a']], []]);
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

test('attempts that cannot be made are reported once for a page, and what is left comes with the next interval', async () => {
  const { sender, started, asked, failures, state, settleAll } = aSender([aPage('a', 5)], { perReceiver: 2 });
  state.isFailing = true;

  await sender.run();
  await sender.idle();
  const reported = [...failures];
  state.isFailing = false;
  await sender.run();
  await turns();
  await settleAll();

  expect([reported, asked]).toEqual([['a'], [[], []]]);
  expect(started).toEqual(['a0', 'a1', 'a0', 'a1', 'a2', 'a3', 'a4']);
  expect(state.woken).toBe(2);
});
