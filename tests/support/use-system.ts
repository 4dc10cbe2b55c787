import { expectStockAddsUp } from './expect-stock-adds-up';
import { startLoad, type Load } from './load';
import { createShop, type Shop, type User } from './shop';
import { startSystem, type System } from './system';
import type { SystemOptions } from './system-layout';

export interface SystemContext {
  system: System;
  shop: Shop;
  buyer: User;
}

/** Starts a system and registers a buyer before the tests of a file; audits and stops the system after them. */
export function useSystem(options: SystemOptions | (() => Promise<SystemOptions>) = {}): SystemContext {
  const context = {} as SystemContext;
  beforeAll(async () => {
    const system = await startSystem(typeof options === 'function' ? await options() : options);
    const shop = createShop(system.layout);
    Object.assign(context, { system, shop, buyer: await shop.aUser() } satisfies SystemContext);
  }, 120_000);
  afterAll(async () => {
    try {
      await expectStockAddsUp(context.shop, 60_000);
    } finally {
      await context.system.stop();
    }
  }, 120_000);
  return context;
}

const stock = 100_000;

/** Breaks something while orders are placed, then expects each acknowledged order, and no other, to be processed once. */
export async function breakUnderLoad<Result>(
  { shop, buyer }: Pick<SystemContext, 'shop' | 'buyer'>,
  breakSomething: (load: Load) => Promise<Result>,
): Promise<Result> {
  const productId = await shop.aProduct({ stock });
  const load = startLoad({ shop, buyer, productId });

  await load.more(20);
  const result = await breakSomething(load);
  await load.more(20);
  const refusals = await load.stop();

  expect(refusals).toEqual([]);
  const { orders } = await expectStockAddsUp({ ...shop, productIds: new Set([productId]) }, 100_000);
  expect(orders.map(({ _id }) => _id).sort()).toEqual(load.placed.toSorted());
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['Processed']));
  expect(await shop.stockOf(productId)).toBe(stock - load.placed.length);
  return result;
}
