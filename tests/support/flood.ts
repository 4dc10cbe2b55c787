import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answersWithinMs } from './request';
import type { Shop, User } from './shop';

export interface FloodOptions {
  shop: Pick<Shop, 'place'>;
  buyer: User;
  productId: string;
  /** Each has one request in flight at a time. */
  clients: number;
  seconds: number;
  /** How long a client waits after each answer. */
  pauseMs?: number;
}

/** Clients that place one order after the other and ignore Retry-After; each answer must come within the contract's time. */
export async function flood({ shop, buyer, productId, clients, seconds, pauseMs = 0 }: FloodOptions) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + seconds * 1_000;
  let accepted = 0;
  const refused: { status: number; code: string; retryAfter: string | undefined }[] = [];

  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const options = { agent, timeoutMs: answersWithinMs };
      const { status, headers, body } = await shop.place(buyer, [{ productId, quantity: 1 }], options);
      if (status === 201) accepted += 1;
      else refused.push({ status, code: String(body.code), retryAfter: headers['retry-after'] });
      await wait(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { accepted, refused };
}
