import { newProduct } from '@orders/inventory/domain/product';
import { createCache } from './cache-database';
import { buildInventory } from './inventory-replica';
import { createMailbox } from './mailbox';
import { buildOrder } from './order-replica';
import { orderIn } from './orders-database';
import type { Parts } from './parts';
import { buildProcessor } from './processor-replica';
import { createQueue } from './queue';
import { startReplicas } from './replicas';
import type { System } from './system';
import type { World } from './world';

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
      if (trouble.isOver()) return everyMs * 4;
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
