import { randomUUID } from 'node:crypto';
import { afterTest } from '../support/after-test';
import { eventually } from '../support/eventually';
import type { User } from '../support/shop';
import type { ClusterShop } from './release';

export interface StrictLoadOptions {
  shop: ClusterShop;
  buyer: User;
  productId: string;
  clients?: number;
  /** How long a client waits after each answer. */
  pauseMs?: number;
}

/** Clients that order one piece after the other, each on a connection of its own, and never try again. */
export function startStrictLoad({ shop, buyer, productId, clients = 4, pauseMs = 150 }: StrictLoadOptions) {
  const placed: string[] = [];
  const failures: string[] = [];
  let stopping = false;
  afterTest(() => (stopping = true));

  const order = async (): Promise<void> => {
    try {
      const answer = await shop.place(buyer, [{ productId, quantity: 1 }], { key: randomUUID() });
      if (answer.status === 201) placed.push(answer.body.order.orderId);
      else failures.push(`${new Date().toISOString()} ${answer.status} ${answer.text}`);
    } catch (error) {
      failures.push(`${new Date().toISOString()} ${String(error)}`);
    }
  };
  const client = async (): Promise<void> => {
    while (!stopping) {
      await order();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  const running = Promise.all(Array.from({ length: clients }, client));

  return {
    placed,
    failures,
    /** Waits until so many more orders were acknowledged. */
    more: async (count: number): Promise<void> => {
      const wanted = placed.length + count;
      await eventually(() => expect(placed.length).toBeGreaterThanOrEqual(wanted), 60_000);
    },
    stop: async (): Promise<void> => {
      stopping = true;
      await running;
    },
  };
}
