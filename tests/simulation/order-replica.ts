import { createOrderQueue } from '@orders/order/clients/order-queue';
import { composeOrder } from '@orders/order/compose';
import type { Item, Money } from '@orders/proto/items';
import { unavailable } from '@orders/shared/errors';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createLog } from '@orders/shared/log';
import type { InventoryApi, OrderApi } from './apis';
import type { SimulatedProcess } from './simulated-process';
import type { RunOnOrders } from './orders-database';
import { queueUrl } from './queue';
import { callReplica } from './replicas';
import type { System } from './system';

export const silentLog = createLog({ service: 'simulation', level: 'silent', directory: '' });

/** One replica of the order service: the real one, on the simulator's databases, queue and calls. */
export function buildOrder(system: System, process: SimulatedProcess): OrderApi {
  const { world, parts, documents } = system;
  const run: RunOnOrders = (what, work) => process.effect('orders', what, () => work(documents));

  const { useCases, workers } = composeOrder(
    {
      orders: parts.createOrders(run),
      lists: { ...noLists, ...parts.createLists(run) },
      outbox: parts.createOutbox(run),
      tombstones: parts.createTombstones(run),
      cache: parts.createOrderCache({ redis: system.cache.clientOf(process), log: silentLog }),
      changes: { subscribe: () => () => undefined },
      queue: createOrderQueue({ sqs: system.queue.clientOf(process), queueUrl, isLocalStack: false }),
      inventory: createInventoryClient(system, process),
      reservationLifeMs: system.reservationLifetimeMs,
      newId: () => world.newId('entry'),
      now: process.now,
      wait: process.wait,
      log: silentLog,
      nextTurn: process.nextTurn,
      removalTurn: (work) => void process.wait(world.random.between(0, 200)).then(work),
    },
    parts,
  );
  for (const { name, intervalMs, run: work } of workers) {
    const minIntervalMs = name === 'expiry sweep' ? 100 : undefined;
    process.runPeriodically({ intervalMs: () => system.sweepIntervalMs(intervalMs, minIntervalMs), work });
  }

  return {
    place: useCases.placeOrder,
    get: useCases.getOrder,
    list: async (own) => (await useCases.listOrders({ ...own, pageSize: 100, pageToken: '' })).orders,
    cancel: useCases.cancelOrder,
    fail: useCases.failOrder,
    settle: useCases.settleOrders,
    find: useCases.getOrders,
  };
}

const isNotSimulated = () => Promise.reject(new Error('the simulator does not read this'));
const noLists = {
  pageFrom: isNotSimulated,
  stories: isNotSimulated,
  storiesAfter: isNotSimulated,
};

interface ReserveRequest {
  orderId: string;
  items: Item[];
  bodyHash: string;
  expectedTotal?: Money | undefined;
}

/** Asks inventory as the service's own client does: Reserve calls that wait at the same time travel as one. */
function createInventoryClient({ world, inventory }: System, process: SimulatedProcess) {
  const ids = (named: { orderId: string }[]) => named.map(({ orderId }) => orderId).join(', ');
  const call = <Answer>(what: string, work: (api: InventoryApi) => Promise<Answer>) =>
    callReplica(world, { from: process, to: inventory, what, timeoutMs: 3_000, work });
  const reserves = createGroupCommit({
    commit: (requests: ReserveRequest[]) => call(`reserve for ${ids(requests)}`, (api) => api.reserve(requests, 3_000)),
    maxBatch: 64,
    maxWaiting: 5_000,
    concurrency: 2,
    nextTurn: process.nextTurn,
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
