import type { Order, OutboxEntry } from './order';

/** One order with all that is kept about it. */
export interface OrderStory {
  order: Order;
  /** What is owed and not acknowledged yet. */
  outbox: OutboxEntry[];
  /** How often its message was published again. */
  republishes: number;
  /** When that happens next, where it is pending. */
  republishAt?: Date;
  /** Which taking of stock it stands on. */
  epoch: number;
  /** Whether it ended in the original system. */
  isTakenOver: boolean;
}
