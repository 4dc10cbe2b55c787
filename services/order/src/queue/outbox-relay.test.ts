import { pino } from 'pino';
import type { Order, OutboxEntry } from '../domain/order';
import { createOutboxRelay } from './outbox-relay';

const aDelivery = (id: string, kind: OutboxEntry['kind'] = 'publish') => ({
  order: { orderId: `order ${id}` } as Order,
  entry: { id, kind, at: new Date(0) },
});

interface Given {
  left?: ReturnType<typeof aDelivery>[];
  isQueueDown?: boolean;
  refused?: string[];
  removalTurn?: (work: () => void) => void;
}

function aRelay(given: Given) {
  const effects: string[] = [];
  let left = given.left ?? [];
  const relay = createOutboxRelay({
    outbox: {
      findPending: ({ kind }) => Promise.resolve(left.filter(({ entry }) => entry.kind === kind)),
      remove: (entries) => {
        effects.push(`remove ${entries.map(({ entryId }) => entryId).join(' ')}`);
        left = left.filter(({ entry }) => !entries.some(({ entryId }) => entryId === entry.id));
        return Promise.resolve();
      },
    },
    queue: {
      send: (messages) => {
        effects.push(`send ${messages.map(({ entry }) => entry.id).join(' ')}`);
        if (given.isQueueDown) return Promise.reject(new Error('the queue is unavailable'));
        return Promise.resolve(messages.map(({ entry }) => entry.id).filter((id) => !given.refused?.includes(id)));
      },
    },
    inventory: {
      release: (orderIds) => {
        effects.push(`release ${orderIds.join(' ')}`);
        return Promise.resolve();
      },
    },
    now: () => new Date(),
    log: pino({ level: 'silent' }),
    removalTurn: given.removalTurn ?? setImmediate,
  });
  return { relay, effects };
}
const deliver = ({ relay }: ReturnType<typeof aRelay>, ...all: ReturnType<typeof aDelivery>[]) =>
  Promise.all(all.map(({ order, entry }) => relay.deliver(order, entry)));

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('removes an entry only after the queue has accepted its message', async () => {
  const system = aRelay({});

  expect(await deliver(system, aDelivery('1'))).toEqual([true]);
  expect(system.effects).toEqual(['send 1', 'remove 1']);
});

test('keeps the entry of a message that the queue refused, and removes the others', async () => {
  const system = aRelay({ refused: ['2'] });

  expect(await deliver(system, aDelivery('1'), aDelivery('2'), aDelivery('3'))).toEqual([true, false, true]);
  expect(system.effects).toEqual(['send 1 2 3', 'remove 1 3']);
});

test('removes entries together that were published one after the other', async () => {
  const removals: (() => void)[] = [];
  const system = aRelay({ removalTurn: (work) => void removals.push(work) });

  const first = deliver(system, aDelivery('1'));
  await turns(5);
  const second = deliver(system, aDelivery('2'));
  await turns(5);
  expect(system.effects).toEqual(['send 1', 'send 2']);
  removals.forEach((remove) => remove());

  expect(await Promise.all([first, second])).toEqual([[true], [true]]);
  expect(system.effects).toEqual(['send 1', 'send 2', 'remove 1 2']);
});

test('removes nothing while the queue is unavailable', async () => {
  const system = aRelay({ isQueueDown: true });

  expect(await deliver(system, aDelivery('1'))).toEqual([false]);
  expect(system.effects).toEqual(['send 1']);
});

test('sends at most ten messages together', async () => {
  const system = aRelay({});

  await deliver(system, ...Array.from({ length: 25 }, (_, index) => aDelivery(String(index))));

  const sizes = system.effects
    .filter((effect) => effect.startsWith('send'))
    .map((effect) => effect.split(' ').length - 1);
  expect(sizes).toEqual([10, 10, 5]);
});

test('the sweep delivers what was left, releases also while the queue is unavailable', async () => {
  const system = aRelay({ left: [aDelivery('1'), aDelivery('2', 'release')], isQueueDown: true });

  await system.relay.sweep();

  expect(system.effects).toContain('release order 2');
  expect(system.effects).toContain('remove 2');
  expect(system.effects).not.toContain('remove 1');
});

test('the sweep does not send an entry that is being delivered', async () => {
  const one = aDelivery('1');
  const system = aRelay({ left: [one] });

  await Promise.all([deliver(system, one), system.relay.sweep()]);

  expect(system.effects.filter((effect) => effect === 'send 1')).toHaveLength(1);
});

test('the sweep removes what it delivered at once, so that its next page does not wait', async () => {
  const system = aRelay({ left: [aDelivery('1')], removalTurn: () => undefined });

  await system.relay.sweep();

  expect(system.effects).toEqual(['send 1', 'remove 1']);
});
