import { randomUUID } from 'node:crypto';
import { afterTest } from './after-test';
import type { HttpResponse } from './request';
import { eventually } from './eventually';
import type { Shop, User } from './shop';

export interface LoadOptions {
  shop: Pick<Shop, 'urls' | 'place'>;
  buyer: User;
  productId: string;
  /** How many orders are placed at once. */
  clients?: number;
}

const retryAfterMs = 50;

/** Clients that place one order after the other, and repeat an attempt that got no answer or 503 under the same key. */
export function startLoad({ shop, buyer, productId, clients = 6 }: LoadOptions) {
  const placed: string[] = [];
  const refusals: HttpResponse[] = [];
  let unanswered = 0;
  let unavailable = 0;
  let stopping = false;
  let abandoned = false;
  afterTest(() => (stopping = abandoned = true));

  const attempt = async (key: string): Promise<boolean> => {
    try {
      const gateway = unanswered % shop.urls.length;
      const answer = await shop.place(buyer, [{ productId, quantity: 1 }], { key, gateway });
      if (answer.status === 201) placed.push(answer.body.order.orderId);
      else if (answer.status === 503) unavailable += 1;
      else refusals.push(answer);
      return answer.status !== 503;
    } catch {
      unanswered += 1;
      return false;
    }
  };
  const order = async (): Promise<void> => {
    const key = randomUUID();
    while (!(await attempt(key)) && !abandoned) await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  };
  const ordersOf = Array.from({ length: clients }, () => 0);
  const client = async (number: number): Promise<void> => {
    while (!stopping) {
      await order();
      ordersOf[number]! += 1;
    }
  };
  const running = Promise.all(ordersOf.map((_, number) => client(number)));

  return {
    /** Ids of acknowledged orders. */
    placed,
    /** How many attempts got no answer or 503, and were repeated. */
    failedAttempts: () => unanswered + unavailable,
    /** Waits until so many more orders were acknowledged. */
    more: async (count: number): Promise<void> => {
      const wanted = placed.length + count;
      await eventually(() => expect(placed.length).toBeGreaterThanOrEqual(wanted), 30_000);
    },
    /** Waits until every client has placed two more orders, so that no request from before is in flight any more. */
    everyClientTwice: async (): Promise<void> => {
      const before = [...ordersOf];
      await eventually(() => {
        for (const [number, orders] of before.entries()) expect(ordersOf[number]).toBeGreaterThanOrEqual(orders + 2);
      }, 30_000);
    },
    /** Waits until every order is acknowledged; returns the answers with neither 201 nor 503. */
    stop: async (): Promise<HttpResponse[]> => {
      stopping = true;
      await running;
      return refusals;
    },
  };
}

export type Load = ReturnType<typeof startLoad>;
