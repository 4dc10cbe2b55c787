import { pino } from 'pino';
import type { Order, OutboxEntry } from '../domain/order';
import { createOutboxRelay } from './outbox-relay';

const owed = (id: string, kind: OutboxEntry['kind'] = 'publish') => ({
  order: { orderId: `order ${id}` } as Order,
  entry: { id, kind, at: new Date(0) },
});

interface Given {
  left?: ReturnType<typeof owed>[];
  queueIsAway?: boolean;
  refused?: string[];
  soon?: (work: () => void) => void;
}

function aRelay(given: Given) {
  const effects: string[] = [];
  let left = given.left ?? [];
  const relay = createOutboxRelay({
    outbox: {
      owedBefore: ({ kind }) => Promise.resolve(left.filter(({ entry }) => entry.kind === kind)),
      remove: (entries) => {
        effects.push(`remove ${entries.map(({ entryId }) => entryId).join(' ')}`);
        left = left.filter(({ entry }) => !entries.some(({ entryId }) => entryId === entry.id));
        return Promise.resolve();
      },
    },
    queue: {
      send: (messages) => {
        effects.push(`send ${messages.map(({ entry }) => entry.id).join(' ')}`);
        if (given.queueIsAway) return Promise.reject(new Error('queue is away'));
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
    soon: given.soon ?? setImmediate,
  });
  return { relay, effects };
}
const relayed = ({ relay }: ReturnType<typeof aRelay>, ...all: ReturnType<typeof owed>[]) =>
  Promise.all(all.map(({ order, entry }) => relay.relay(order, entry)));

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('an entry is removed only after its message was taken', async () => {
  const system = aRelay({});

  expect(await relayed(system, owed('1'))).toEqual([true]);
  expect(system.effects).toEqual(['send 1', 'remove 1']);
});

test('what the queue did not take stays owed, and its neighbours go', async () => {
  const system = aRelay({ refused: ['2'] });

  expect(await relayed(system, owed('1'), owed('2'), owed('3'))).toEqual([true, false, true]);
  expect(system.effects).toEqual(['send 1 2 3', 'remove 1 3']);
});

test('entries that were published one after the other are removed together', async () => {
  const removals: (() => void)[] = [];
  const system = aRelay({ soon: (work) => void removals.push(work) });

  const first = relayed(system, owed('1'));
  await turns(5);
  const second = relayed(system, owed('2'));
  await turns(5);
  expect(system.effects).toEqual(['send 1', 'send 2']);
  removals.forEach((remove) => remove());

  expect(await Promise.all([first, second])).toEqual([[true], [true]]);
  expect(system.effects).toEqual(['send 1', 'send 2', 'remove 1 2']);
});

test('nothing is removed while the queue is away', async () => {
  const system = aRelay({ queueIsAway: true });

  expect(await relayed(system, owed('1'))).toEqual([false]);
  expect(system.effects).toEqual(['send 1']);
});

test('a message travels with at most nine others', async () => {
  const system = aRelay({});

  await relayed(system, ...Array.from({ length: 25 }, (_, index) => owed(String(index))));

  const sizes = system.effects
    .filter((effect) => effect.startsWith('send'))
    .map((effect) => effect.split(' ').length - 1);
  expect(sizes).toEqual([10, 10, 5]);
});

test('the sweep delivers what was left behind, releases also while the queue is away', async () => {
  const system = aRelay({ left: [owed('1'), owed('2', 'release')], queueIsAway: true });

  await system.relay.sweep();

  expect(system.effects).toContain('release order 2');
  expect(system.effects).toContain('remove 2');
  expect(system.effects).not.toContain('remove 1');
});

test('an entry that is on its way is not sent by the sweep too', async () => {
  const one = owed('1');
  const system = aRelay({ left: [one] });

  await Promise.all([relayed(system, one), system.relay.sweep()]);

  expect(system.effects.filter((effect) => effect === 'send 1')).toHaveLength(1);
});
