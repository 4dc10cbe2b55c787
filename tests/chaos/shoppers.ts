import { randomUUID } from 'node:crypto';
import { draw } from '../histories/draw';
import { createHistory } from '../histories/check-history';
import { judgeHistory } from '../support/judge-history';
import { recordCalls } from '../support/recorded-shop';
import { startShoppers } from '../support/shoppers';
import { password, type ShopClient, type User } from '../support/shop';
import type { Observations } from './buyers';

const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'];
const pauseMs = 700;
const renewedEachMs = 240_000;

interface ShoppersSent {
  /** Of their products; without one, prices are left out of all that they do. */
  price?: number;
}

/** Shoppers with products of their own, everything they do recorded. */
export async function sendShoppers(shop: ShopClient, { price }: ShoppersSent = { price: 5 }) {
  const history = createHistory(() => performance.now());
  const record = recordCalls(shop, history);
  const users = await Promise.all(names.map((name) => shop.aUser({ name })));
  const productIds = [1, 2].map(() => `recorded-${randomUUID()}`);
  for (const productId of productIds)
    await record.createProduct(productId, { stock: 1_000_000, ...(price !== undefined && { price }) });
  const [gateways, restocksOnly] = [shop.urls.length, price === undefined];
  const shoppers = startShoppers({ calls: record, users, productIds, gateways, pauseMs, restocksOnly });
  const renewal = keepTokens(shop, [...users, await shop.admin()]);

  return {
    productIds,
    stop: async (): Promise<void> => {
      await shoppers.stop();
      clearInterval(renewal);
    },
    /** Adds what they did to what the buyers did, for the verdict on what is stored. */
    addTo: (observed: Observations): void => {
      const { acknowledged, cancelled, abandoned, unknownOutcomes } = shoppers.state;
      for (const orderId of acknowledged) observed.orderIds.set(orderId, new Set([orderId]));
      for (const orderId of cancelled) observed.cancelled.add(orderId);
      observed.abandoned.push(...abandoned);
      observed.unknownOutcomes += unknownOutcomes;
    },
    /** The promises that were broken, in a system at rest. */
    judge: async (): Promise<string[]> => {
      await renew(shop, [...users, await shop.admin()]);
      return (await judgeHistory(history.calls, { record, users, productIds })).map(draw);
    },
    calls: history.calls,
  };
}

export type ChaosShoppers = Awaited<ReturnType<typeof sendShoppers>>;

/** A token lives for a quarter of an hour, and this may take longer. */
export const keepTokens = (shop: ShopClient, users: User[]): NodeJS.Timeout =>
  setInterval(() => void renew(shop, users), renewedEachMs);

async function renew(shop: ShopClient, users: User[]): Promise<void> {
  for (const user of users) {
    const body = { email: user.email, password };
    const answer = await shop.rest('/api/auth/login', { body, timeoutMs: 6_000 }).catch(() => undefined);
    if (answer?.status === 200) user.token = (answer.body as { token: string }).token;
  }
}
