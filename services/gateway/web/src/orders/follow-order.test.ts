import { ApiError } from '../api/api-error';
import { createFollowOrder, type EventStream } from './follow-order';
import type { Order, OrderStatus } from './order';

const anOrder = (status: OrderStatus) => ({ orderId: 'one', status }) as Order;
const unavailable = new ApiError({ code: 'UNAVAILABLE', message: 'order is unavailable' });
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

class FakeStream implements EventStream {
  readonly listeners = new Map<string, (event: { data?: string }) => void>();
  isClosed = false;
  addEventListener = (name: string, listener: (event: { data?: string }) => void) => this.listeners.set(name, listener);
  close = () => (this.isClosed = true);
  send = (status: OrderStatus) => this.listeners.get('status')?.({ data: JSON.stringify(anOrder(status)) });
  fail = () => this.listeners.get('error')?.({});
}

function aFollowed(reads: (Order | Error)[] = []) {
  const streams: FakeStream[] = [];
  const reported: unknown[] = [];
  const waits: number[] = [];
  const follow = createFollowOrder({
    openStream: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    readOrder: () => {
      const answer = reads.shift() ?? anOrder('Pending');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    wait: (ms) => Promise.resolve(void waits.push(ms)),
  });
  const stop = follow('one', {
    onOrder: ({ status }) => reported.push(status),
    onLink: (link) => reported.push(link),
    onError: (error) => reported.push(error),
  });
  return { streams, reported, waits, stop };
}

test('a final status ends the stream', () => {
  const { streams, reported } = aFollowed();

  streams[0]?.send('Pending');
  streams[0]?.send('Processed');

  expect(reported).toEqual(['live', 'Pending', 'live', 'Processed', 'ended']);
  expect(streams[0]?.isClosed).toBe(true);
});

test('a stream that breaks is opened again, after the order was read', async () => {
  const { streams, reported } = aFollowed();

  streams[0]?.fail();
  await nextTurn();
  streams[1]?.send('Cancelled');

  expect(reported).toEqual(['reconnecting', 'Pending', 'live', 'Cancelled', 'ended']);
  expect(streams.map(({ isClosed }) => isClosed)).toEqual([true, true]);
});

test('an order that became final meanwhile needs no stream', async () => {
  const { streams, reported } = aFollowed([anOrder('Failed')]);

  streams[0]?.fail();
  await nextTurn();

  expect(reported).toEqual(['reconnecting', 'Failed', 'ended']);
  expect(streams).toHaveLength(1);
});

test('while the order cannot be read it waits longer each time', async () => {
  const { streams, waits } = aFollowed([unavailable, unavailable, unavailable]);

  for (const index of [0, 1, 2]) {
    streams[index]?.fail();
    await nextTurn();
  }

  expect(waits).toEqual([500, 1_000, 2_000]);
});

test('an order that cannot be read is reported as an error and ends it', async () => {
  const unknown = new ApiError({ code: 'ORDER_NOT_FOUND', message: 'no' });
  const { streams, reported } = aFollowed([unknown]);

  streams[0]?.fail();
  await nextTurn();

  expect(reported).toEqual(['reconnecting', unknown]);
  expect(streams).toHaveLength(1);
});

test('nothing is reported after the follower stopped', async () => {
  const { streams, reported, stop } = aFollowed();

  stop();
  streams[0]?.send('Processed');
  await nextTurn();

  expect(reported).not.toContain('Processed');
  expect(streams[0]?.isClosed).toBe(true);
});
