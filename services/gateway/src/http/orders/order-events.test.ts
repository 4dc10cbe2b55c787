import { EventEmitter } from 'node:events';
import { unavailable } from '@orders/shared/errors';
import type { Response } from 'express';
import type { WatchEvents } from '../../clients/order-client';
import { createOrderEvents } from './order-events';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const order = {
  ...{ orderId: 'o', userId: 'u', items: [], totalAmount: 1, total: { amount: 1, currency: 'EUR' } },
  ...{ status: 'Pending' as const, createdAt: '', updatedAt: '' },
};

/** A stream that has sent a status; `drop` breaks the watch behind it, and each one after it. */
function aStream(random: number) {
  const watches: WatchEvents[] = [];
  const response = Object.assign(new EventEmitter(), {
    headersSent: false,
    write: () => true,
    end: () => undefined,
    writeHead: () => (response.headersSent = true),
  });
  const place = { renew: () => undefined, free: () => undefined };
  const events = createOrderEvents({
    places: { take: () => Promise.resolve(place) },
    now: () => 0,
    random: () => random,
  });
  void events.send({
    watch: (handlers) => {
      watches.push(handlers);
      return () => undefined;
    },
    response: response as unknown as Response,
    ...{ expiresAt: 600_000, userId: 'u', lastRevision: -1 },
  });
  return {
    watches,
    sendStatus: () => watches.at(-1)?.onOrder(order, watches.length),
    drop: () => watches.at(-1)?.onEnd(unavailable('restarting')),
  };
}

async function reopenedAfterMs({ watches }: ReturnType<typeof aStream>): Promise<number> {
  const before = watches.length;
  const startedAt = Date.now();
  while (watches.length === before) await jest.advanceTimersByTimeAsync(10);
  return Date.now() - startedAt;
}

test('streams that break together are reopened at different moments', async () => {
  const delays: number[] = [];
  for (const random of [0, 0.5, 1]) {
    const stream = aStream(random);
    await jest.advanceTimersByTimeAsync(0);
    stream.sendStatus();
    stream.drop();
    delays.push(await reopenedAfterMs(stream));
  }

  expect(delays).toEqual([100, 300, 500]);
});

test('while the order service stays unavailable a stream is reopened less often, and at first again after a status', async () => {
  const stream = aStream(1);
  await jest.advanceTimersByTimeAsync(0);
  stream.sendStatus();

  const delays: number[] = [];
  for (let failures = 0; failures < 4; failures += 1) {
    stream.drop();
    delays.push(await reopenedAfterMs(stream));
  }
  stream.sendStatus();
  stream.drop();

  expect(delays).toEqual([500, 1_000, 2_000, 2_000]);
  expect(await reopenedAfterMs(stream)).toBe(500);
});
