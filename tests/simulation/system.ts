import { newProduct } from '@orders/inventory/domain/product';
import { createCache } from './cache-database';
import { buildInventory, type InventoryApi } from './inventory-replica';
import type { Mails } from './ledger-database';
import { createMailbox, type Mailbox } from './mailbox';
import { buildOrder, type OrderApi } from './order-replica';
import { orderIn, type Documents } from './orders-database';
import type { Parts } from './parts';
import { buildProcessor, type ProcessorApi } from './processor-replica';
import { createQueue, type Queue } from './queue';
import { startReplicas, type Replicas } from './replicas';
import type { Stock } from './stock-database';
import type { World } from './world';

/** Two replicas of each service, on what they keep. */
export interface System {
  world: World;
  parts: Parts;
  documents: Documents;
  stock: Stock;
  mails: Mails;
  queue: Queue;
  mailbox: Mailbox;
  cache: ReturnType<typeof createCache>;
  order: Replicas<OrderApi>;
  inventory: Replicas<InventoryApi>;
  processor: Replicas<ProcessorApi>;
  /** Life of a reservation without an order. */
  lifeMs: number;
  /** How often sweeps come by. */
  sweepMs: (everyMs: number, leastMs?: number) => number;
}

export function startSystem(world: World, parts: Parts, stockOf: Record<string, number>): System {
  const { chance, trouble } = world;
  const haste = chance.pick([1, 10, 100]);
  const system = {
    world,
    parts,
    documents: new Map(),
    stock: { products: new Map(), reservations: new Map(), operations: new Map() },
    mails: new Map(),
    queue: createQueue(world, (orderId) => mayForget(system, orderId)),
    mailbox: createMailbox(world),
    cache: createCache(),
    lifeMs: chance.pick([0, 0, 300, 3_000, 30_000]),
    sweepMs: (everyMs: number, leastMs = 400) => {
      if (trouble.isOver()) return everyMs * 2;
      return chance.between(0.5, 1) * Math.max(Math.min(everyMs, leastMs), everyMs / haste);
    },
  } as unknown as System;
  for (const [productId, stock] of Object.entries(stockOf)) {
    system.stock.products.set(productId, newProduct({ productId, name: productId, stock, at: world.now() }));
  }
  const replicas = () => ({ count: 2, skewsMs: [skew(world), skew(world)] });
  system.inventory = startReplicas(world, {
    name: 'inventory',
    ...replicas(),
    build: (life) => buildInventory(system, life),
  });
  system.order = startReplicas(world, { name: 'order', ...replicas(), build: (life) => buildOrder(system, life) });
  system.processor = startReplicas(world, {
    name: 'processor',
    ...replicas(),
    build: (life) => buildProcessor(system, life),
  });
  return system;
}

/** Whether an order's last message may go: the order has come to its end, and its mail is noted. */
function mayForget({ documents, mails }: System, orderId: string): boolean {
  const status = orderIn(documents, orderId)?.status;
  return status !== undefined && status !== 'Pending' && mails.has(orderId);
}

const skew = ({ chance }: World) => chance.pick([0, 0, chance.between(-1_000, 1_000), -60_000, 60_000]);
