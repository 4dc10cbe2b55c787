import { sumOfPrices, withoutPrices } from '@orders/proto/items';
import type { Log } from '@orders/shared/log';
import type { RedisClient } from '@orders/shared/redis';
import type { Order } from '../domain/order';
import { isFinal } from '../domain/order-state';
import { countCacheRead } from '../metrics';

const lifeSeconds = 600;

// Keeps a newer revision, so that a slow writer never brings an older status back.
const setIfNewer = `
local current = redis.call('GET', KEYS[1])
if current then
  local known, order = pcall(cjson.decode, current)
  if known and type(order) == 'table' and tonumber(order.revision) and tonumber(order.revision) > tonumber(ARGV[2]) then
    return 0
  end
end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[3])
return 1`;

/** Final orders in Redis, as JSON under `order:<orderId>` for 600 s. The service works without it: a failure is a miss. */
export function createOrderCache({ redis, log }: { redis: RedisClient; log: Log }) {
  return {
    /** A final order, if Redis has it. */
    find: async (orderId: string): Promise<Order | undefined> => {
      try {
        const text = await redis.get(keyOf(orderId));
        const order = text === null ? undefined : parse(text);
        const found = order && isFinal(order.status) ? order : undefined;
        countCacheRead(found ? 'hit' : 'miss');
        return found;
      } catch (error) {
        countCacheRead('away');
        log.debug({ error, orderId }, 'order cache is unavailable');
        return undefined;
      }
    },

    /** Caches the final ones among these orders. */
    keep: async (orders: Order[]): Promise<void> => {
      const final = orders.filter(({ status }) => isFinal(status));
      if (final.length === 0) return;
      const write = (order: Order) =>
        redis.eval(setIfNewer, 1, keyOf(order.orderId), textOf(order), order.revision, lifeSeconds);
      try {
        // The client sends commands of one turn together, to each member of a cluster what is its own.
        await Promise.all(final.map(write));
      } catch (error) {
        log.debug({ error }, 'order cache is unavailable');
      }
    },
  };
}

export type OrderCache = ReturnType<typeof createOrderCache>;

const keyOf = (orderId: string) => `order:${orderId}`;

// Field by field, for these objects may have more than a buyer may see.
function textOf({ orderId, userId, items, totalAmount, total, status, reason, ...order }: Order): string {
  const { createdAt, updatedAt, revision } = order;
  return JSON.stringify({
    ...{ orderId, userId, items, totalAmount, total, status, reason },
    ...{ createdAt, updatedAt, revision },
  });
}

function parse(text: string): Order | undefined {
  try {
    const order = JSON.parse(text) as Order;
    const items = withoutPrices(order.items);
    // The previous release keeps prices without their sum.
    if (!order.total && sumOfPrices(items) > 0) return undefined;
    return { ...order, items, createdAt: new Date(order.createdAt), updatedAt: new Date(order.updatedAt) };
  } catch {
    return undefined; // Something else wrote this key: the database has the order.
  }
}
