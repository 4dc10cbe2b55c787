import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Shop, User } from './shop';

export interface FloodOptions {
  shop: Pick<Shop, 'place'>;
  buyer: User;
  productId: string;
  /** Each has one request under way at a time. */
  clients: number;
  seconds: number;
  /** How long a client waits after an answer, whatever it says. */
  pauseMs?: number;
}

/** Clients that order one piece after the other and care for no Retry-After; answers what they were told. */
export async function flood({ shop, buyer, productId, clients, seconds, pauseMs = 0 }: FloodOptions) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + seconds * 1_000;
  const acceptedMs: number[] = [];
  const refused: { status: number; retryAfter: string | undefined; tookMs: number }[] = [];

  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const startedAt = performance.now();
      const { status, headers } = await shop.place(buyer, [{ productId, quantity: 1 }], { agent });
      const tookMs = performance.now() - startedAt;
      if (status === 201) acceptedMs.push(tookMs);
      else refused.push({ status, retryAfter: headers['retry-after'], tookMs });
      await wait(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { acceptedMs: acceptedMs.sort((one, other) => one - other), refused };
}

/** The value that this part of all, which are sorted, does not pass. */
export const percentileOf = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
