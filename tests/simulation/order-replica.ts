import type { ReserveAnswer } from '@orders/order/clients/inventory-client';
import { createOrderQueue } from '@orders/order/clients/order-queue';
import type { Item, OutboxEntry } from '@orders/order/domain/order';
import { createGetOrder } from '@orders/order/use-cases/get-order';
import { unavailable } from '@orders/shared/errors';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createLog } from '@orders/shared/log';
import type { InventoryApi, OrderApi } from './apis';
import type { Life } from './simulated-process';
import type { AskOrders } from './orders-database';
import { queueUrl } from './queue';
import { callReplica } from './replicas';
import type { System } from './system';

export const silentLog = createLog({ service: 'simulation', level: 'silent', directory: '' });

/** One replica of the order service, built of the same parts as its main.ts. */
export function buildOrder(system: System, life: Life): OrderApi {
  const { world, parts, documents } = system;
  const { now, nextTurn } = life;
  const ask: AskOrders = (what, work) => life.effect('orders', what, () => work(documents));

  const orders = parts.createOrders(ask);
  const outbox = parts.createOutbox(ask);
  const cache = parts.createOrderCache({ redis: system.cache.clientOf(life), log: silentLog });
  const inventory = createInventoryClient(system, life);
  const queue = createOrderQueue({ sqs: system.queue.clientOf(life), queueUrl, isLocalStack: false });
  const relay = parts.createOutboxRelay({ outbox, queue, inventory, now, log: silentLog, nextTurn, soon: nextTurn });
  const newOutboxEntry = (kind: OutboxEntry['kind'], at: Date): OutboxEntry => ({ id: world.newId('entry'), kind, at });
  const publishLater = (...owed: Parameters<typeof relay.relay>) => void relay.relay(...owed);

  const repeat = (everyMs: number, work: () => Promise<unknown>, leastMs?: number) =>
    life.repeat({ everyMs: () => system.sweepMs(everyMs, leastMs), work });
  repeat(1_000, relay.sweep);
  repeat(5_000, parts.createRepublishOrders({ outbox, queue, relay: publishLater, newOutboxEntry, now }));
  const voids = parts.createVoids(ask);
  repeat(10_000, parts.createExpireReservations({ inventory, voids, lifeMs: system.lifeMs, now }), 100);

  return {
    place: parts.createPlaceOrder({
      orders,
      inventory,
      relay: publishLater,
      newOutboxEntry,
      hash: (text) => text,
      now,
    }),
    get: createGetOrder({ orders, cache }),
    cancel: parts.createCancelOrder({ orders, cache, release: relay.relay, newOutboxEntry, now }),
    fail: parts.createFailOrder({ orders, cache, relay: relay.relay, newOutboxEntry, now }),
    settle: parts.createSettleOrders({ orders, cache, now }),
    find: orders.findMany,
  };
}

interface ReserveRequest {
  orderId: string;
  items: Item[];
  bodyHash: string;
}

/** Asks inventory as the service's own client does: Reserve calls that wait at the same time travel as one. */
function createInventoryClient({ world, inventory }: System, life: Life) {
  const ids = (named: { orderId: string }[]) => named.map(({ orderId }) => orderId).join(', ');
  const call = <Answer>(what: string, work: (api: InventoryApi) => Promise<Answer>) =>
    callReplica(world, { caller: life, callee: inventory }, { what, timeoutMs: 3_000, work });
  const reserves = createGroupCommit({
    commit: (requests: ReserveRequest[]) => call(`reserve for ${ids(requests)}`, (api) => api.reserve(requests, 3_000)),
    maxBatch: 64,
    maxWaiting: 5_000,
    concurrency: 2,
    nextTurn: life.nextTurn,
  });

  return {
    reserve: async (request: ReserveRequest): Promise<ReserveAnswer> => {
      const answer = await reserves.submit(request);
      if (answer.outcome === 'timed out') throw unavailable('the stock could not be reserved in time');
      return answer;
    },
    release: (orderIds: string[]) => call(`release ${orderIds.join(', ')}`, (api) => api.release(orderIds)),
    expire: (expiries: { orderId: string; epoch: number }[]) =>
      call(`expire ${ids(expiries)}`, (api) => api.expire(expiries)),
    listHeld: (heldBefore: Date, pageToken: string) =>
      call('list old reservations', (api) => api.listHeld({ heldBefore, pageToken, pageSize: 2, readAt: '' })),
  };
}
