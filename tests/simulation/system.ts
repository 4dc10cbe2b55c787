import type { InventoryApi, OrderApi, ProcessorApi } from './apis';
import type { createCache } from './cache-database';
import type { Mails } from './ledger-database';
import type { Mailbox } from './mailbox';
import type { Documents } from './orders-database';
import type { Parts } from './parts';
import type { Queue } from './queue';
import type { Replicas } from './replicas';
import type { Stock } from './stock-database';
import type { SimulatedWebhooks } from './webhooks';
import type { World } from './world';

/** Two replicas of each service, and their stores. */
export interface System {
  world: World;
  parts: Parts;
  documents: Documents;
  stock: Stock;
  mails: Mails;
  queue: Queue;
  mailbox: Mailbox;
  /** Absent in runs without webhooks. */
  webhooks?: SimulatedWebhooks;
  /** Buyers who have erased their accounts: auth knows neither name nor address. */
  erasedBuyers: Set<string>;
  cache: ReturnType<typeof createCache>;
  order: Replicas<OrderApi>;
  inventory: Replicas<InventoryApi>;
  processor: Replicas<ProcessorApi>;
  /** How long a reservation without an order is held. */
  reservationLifetimeMs: number;
  /** How long a sweep waits until its next run. */
  sweepIntervalMs: (intervalMs: number, minIntervalMs?: number) => number;
}
