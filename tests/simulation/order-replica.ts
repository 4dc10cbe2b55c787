import { createOrderQueue } from '@orders/order/clients/order-queue';
import { composeOrder } from '@orders/order/compose';
import type { Item } from '@orders/order/domain/order';
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

/** One replica of the order service: the real one, on the simulator's databases, queue and calls. */
export function buildOrder(system: System, life: Life): OrderApi {
  const { world, parts, documents } = system;
  const ask: AskOrders = (what, work) => life.effect('orders', what, () => work(documents));

  const { useCases, workers } = composeOrder(
    {
      orders: parts.createOrders(ask),
      lists: noLists,
      outbox: parts.createOutbox(ask),
      voids: parts.createVoids(ask),
      cache: parts.createOrderCache({ redis: system.cache.clientOf(life), log: silentLog }),
      changes: { subscribe: () => () => undefined },
      queue: createOrderQueue({ sqs: system.queue.clientOf(life), queueUrl, isLocalStack: false }),
      inventory: createInventoryClient(system, life),
      reservationLifeMs: system.lifeMs,
      newId: () => world.newId('entry'),
      now: life.now,
      wait: life.wait,
      log: silentLog,
      nextTurn: life.nextTurn,
      soon: life.nextTurn,
    },
    parts,
  );
  for (const { name, intervalMs, run } of workers) {
    const leastMs = name === 'expiry sweep' ? 100 : undefined;
    life.repeat({ everyMs: () => system.sweepMs(intervalMs, leastMs), work: run });
  }

  return {
    place: useCases.placeOrder,
    get: useCases.getOrder,
    cancel: useCases.cancelOrder,
    fail: useCases.failOrder,
    settle: useCases.settleOrders,
    find: useCases.getOrders,
  };
}

const isNotSimulated = () => Promise.reject(new Error('the simulator reads no lists of orders'));
const noLists = { page: isNotSimulated, stories: isNotSimulated, storiesAfter: isNotSimulated };

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
    reserve: async (request: ReserveRequest) => {
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
