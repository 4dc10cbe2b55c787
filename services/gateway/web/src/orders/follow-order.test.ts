import { ApiError } from '../api-error';
import { createFollowOrder, type EventStream } from './follow-order';
import type { Order, OrderStatus } from './order';

const anOrder = (status: OrderStatus) => ({ orderId: 'one', status }) as Order;
const away = new ApiError({ code: 'UNAVAILABLE', message: 'away' });
const soon = () => new Promise((resolve) => setImmediate(resolve));

class FakeStream implements EventStream {
  readonly listeners = new Map<string, (event: { data?: string }) => void>();
  isClosed = false;
  addEventListener = (name: string, listener: (event: { data?: string }) => void) => this.listeners.set(name, listener);
  close = () => (this.isClosed = true);
  says = (status: OrderStatus) => this.listeners.get('status')?.({ data: JSON.stringify(anOrder(status)) });
  breaks = () => this.listeners.get('error')?.({});
}

function aFollowed(reads: (Order | Error)[] = []) {
  const streams: FakeStream[] = [];
  const told: unknown[] = [];
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
    onOrder: ({ status }) => told.push(status),
    onLink: (link) => told.push(link),
    onError: (error) => told.push(error),
  });
  return { streams, told, waits, stop };
}

test('a final status ends it', () => {
  const { streams, told } = aFollowed();

  streams[0]?.says('Pending');
  streams[0]?.says('Processed');

  expect(told).toEqual(['live', 'Pending', 'live', 'Processed', 'ended']);
  expect(streams[0]?.isClosed).toBe(true);
});

test('a stream that breaks is opened again, after the order was read', async () => {
  const { streams, told } = aFollowed();

  streams[0]?.breaks();
  await soon();
  streams[1]?.says('Cancelled');

  expect(told).toEqual(['reconnecting', 'Pending', 'live', 'Cancelled', 'ended']);
  expect(streams.map(({ isClosed }) => isClosed)).toEqual([true, true]);
});

test('what became final meanwhile needs no stream', async () => {
  const { streams, told } = aFollowed([anOrder('Failed')]);

  streams[0]?.breaks();
  await soon();

  expect(told).toEqual(['reconnecting', 'Failed', 'ended']);
  expect(streams).toHaveLength(1);
});

test('while the order cannot be read it waits longer each time', async () => {
  const { streams, waits } = aFollowed([away, away, away]);

  for (const index of [0, 1, 2]) {
    streams[index]?.breaks();
    await soon();
  }

  expect(waits).toEqual([500, 1_000, 2_000]);
});

test('an order that may not be read is an error, and the end', async () => {
  const unknown = new ApiError({ code: 'ORDER_NOT_FOUND', message: 'no' });
  const { streams, told } = aFollowed([unknown]);

  streams[0]?.breaks();
  await soon();

  expect(told).toEqual(['reconnecting', unknown]);
  expect(streams).toHaveLength(1);
});

test('nobody is told anything once they stopped listening', async () => {
  const { streams, told, stop } = aFollowed();

  stop();
  streams[0]?.says('Processed');
  await soon();

  expect(told).not.toContain('Processed');
  expect(streams[0]?.isClosed).toBe(true);
});
