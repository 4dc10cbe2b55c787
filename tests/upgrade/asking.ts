import { setTimeout as wait } from 'node:timers/promises';
import type { HttpResponse, RequestOptions } from '../support/request';
import type { Item, ShopClient, User } from '../support/shop';

/** An order that was acknowledged, and how it was asked for. */
export interface Placed {
  key: string;
  items: Item[];
  orderId: string;
}

interface AskOptions extends RequestOptions {
  /** The user by default. */
  as?: 'admin';
}

const answersWithinMs = 60_000;
const retryAfterMs = 100;

/** Requests of one user and of the admin, and what was not as expected. */
export function createAsking(shop: Pick<ShopClient, 'rest' | 'admin'>, user: User) {
  const problems: string[] = [];
  const askOnce = async (path: string, { as, ...options }: AskOptions = {}): Promise<HttpResponse | undefined> => {
    const { token } = as === 'admin' ? await shop.admin() : user;
    return shop.rest(path, { token, timeoutMs: 6_000, ...options }).catch(() => undefined);
  };
  return {
    problems,
    askOnce,
    /** Repeats the request until it is answered. */
    ask: async (path: string, options: AskOptions = {}): Promise<HttpResponse> => {
      for (const until = Date.now() + answersWithinMs; ;) {
        const answer = await askOnce(path, options);
        if (answer && answer.status < 500) return answer;
        if (Date.now() > until) throw new Error(`${path} is not answered: ${answer?.text ?? ''}`);
        await wait(retryAfterMs);
      }
    },
    expect: (what: string, found: unknown, wanted: unknown): void => {
      const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
      if (one !== other) problems.push(`${what}: ${one}, and not ${other}`);
    },
  };
}

export type Asking = ReturnType<typeof createAsking>;
