import { newProduct } from '@orders/inventory/domain/product';
import { createCache } from './cache-database';
import { buildInventory } from './inventory-replica';
import { createMailbox } from './mailbox';
import { buildOrder } from './order-replica';
import { orderIn } from './orders-database';
import type { Parts } from './parts';
import { buildProcessor } from './processor-replica';
import { createRandom } from './random';
import { createQueue } from './queue';
import { startReplicas } from './replicas';
import type { System } from './system';
import { addWebhook, createSimulatedWebhooks } from './webhooks';
import type { World } from './world';

export function startSystem(world: World, parts: Parts, stockOf: Record<string, number>): System {
  const { random, failures } = world;
  const speedUp = random.pick([1, 10, 100]);
  const system = {
    world,
    parts,
    documents: new Map(),
    stock: { products: new Map(), reservations: new Map(), operations: new Map() },
    mails: new Map(),
    queue: createQueue(world, (orderId) => canDeleteMessage(system, orderId)),
    mailbox: createMailbox(world),
    erasedBuyers: new Set(),
    cache: createCache(),
    reservationLifetimeMs: random.pick([0, 0, 300, 3_000, 30_000]),
    sweepIntervalMs: (intervalMs: number, minIntervalMs = 400) => {
      if (failures.hasStopped()) return intervalMs * 4;
      return random.between(0.5, 1) * Math.max(Math.min(intervalMs, minIntervalMs), intervalMs / speedUp);
    },
  } as unknown as System;
  startWebhooks(system);
  for (const [productId, stock] of Object.entries(stockOf)) {
    const product = newProduct({ productId, name: productId, stock, at: world.now() });
    system.stock.products.set(productId, { ...product, price: random.integer(0, 9) });
  }
  const replicas = () => ({ count: 2, skewsMs: [skew(world), skew(world)] });
  system.inventory = startReplicas(world, {
    name: 'inventory',
    ...replicas(),
    build: (process) => buildInventory(system, process),
  });
  system.order = startReplicas(world, {
    name: 'order',
    ...replicas(),
    build: (process) => buildOrder(system, process),
  });
  system.processor = startReplicas(world, {
    name: 'processor',
    ...replicas(),
    build: (process) => buildProcessor(system, process),
  });
  return system;
}

/** In half of the runs there are webhooks. */
function startWebhooks(system: System): void {
  const { world, documents } = system;
  const random = createRandom(world.seed + 0x5eed);
  if (random.chance(0.5)) return;
  system.webhooks = createSimulatedWebhooks(world, random, documents);
  for (let number = random.integer(0, 2); number > 0; number -= 1) addWebhook(system.webhooks, number);
}

/** Whether an order's last message may be deleted: the order is final, and its mail and its deliveries are recorded. */
function canDeleteMessage({ documents, mails, webhooks }: System, orderId: string): boolean {
  const order = orderIn(documents, orderId);
  const areDeliveriesRecorded = !order || !webhooks || webhooks.areRecorded(order);
  return order !== undefined && order.status !== 'Pending' && mails.has(orderId) && areDeliveriesRecorded;
}

const skew = ({ random }: World) => random.pick([0, 0, random.between(-1_000, 1_000), -60_000, 60_000]);
