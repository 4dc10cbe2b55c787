import type { Order } from '../domain/order';
import { createWatchOrder } from './watch-order';

const order = (status: Order['status'], revision: number) => ({ orderId: 'o', userId: 'u', status, revision }) as Order;

function aWatch(reads: (Order | undefined)[]) {
  const happened: string[] = [];
  const leave = new AbortController();
  const waits: (() => void)[] = [];
  let onChange: () => void = () => undefined;
  const watchOrder = createWatchOrder({
    orders: {
      find: () => {
        happened.push('read');
        return Promise.resolve(reads.length > 1 ? reads.shift() : reads[0]);
      },
    },
    changes: {
      subscribe: (_, callback) => {
        happened.push('subscribe');
        onChange = callback;
        return () => happened.push('unsubscribe');
      },
    },
    wait: (_, signal) =>
      new Promise((resolve) => {
        waits.push(resolve);
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve());
      }),
  });
  const watching = watchOrder({
    orderId: 'o',
    userId: 'u',
    send: ({ status }) => happened.push(`send ${status}`),
    signal: leave.signal,
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { watching, happened, leave, turn, tick: () => waits.at(-1)?.(), change: () => onChange() };
}

test('subscribes before it reads, and ends after a final status', async () => {
  const { watching, happened } = aWatch([order('Processed', 2)]);

  await watching;

  expect(happened).toEqual(['subscribe', 'read', 'send Processed', 'unsubscribe']);
});

test('reads and sends a change, but not a repeated revision', async () => {
  const { watching, happened, turn, change, tick } = aWatch([
    order('Pending', 1),
    order('Pending', 1),
    order('Cancelled', 2),
  ]);
  await turn();

  change();
  await turn();
  tick();
  await watching;

  expect(happened.filter((entry) => entry.startsWith('send'))).toEqual(['send Pending', 'send Cancelled']);
});

test('reads again on the timer when there is no notification', async () => {
  const { watching, happened, turn, tick } = aWatch([order('Pending', 1), order('Processed', 2)]);
  await turn();

  tick();
  await watching;

  expect(happened).toContain('send Processed');
});

test('does not miss a change that comes while it reads', async () => {
  const { watching, happened, change } = aWatch([order('Pending', 1), order('Processed', 2)]);
  change();

  await watching;

  expect(happened).toContain('send Processed');
});

test('ends when the user has left', async () => {
  const { watching, happened, turn, leave } = aWatch([order('Pending', 1)]);
  await turn();

  leave.abort();
  await watching;

  expect(happened.at(-1)).toBe('unsubscribe');
});

test("another user's order is not found", async () => {
  const { watching } = aWatch([{ ...order('Pending', 1), userId: 'another user' }]);

  await expect(watching).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
});
