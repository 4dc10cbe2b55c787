// Who asks each chain: buyers, and a reader whose orders are kept.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Audience } from './cases.mts';
import { prefixOf, type Chain } from './chains.mts';
import type { Databases } from './databases.mts';
import type { ChainName } from './designs.mts';
import { fillChain } from './fill.mts';
import { placeOrders, registerBuyers, signInAgain } from './shots.mts';

const buyerCount = 32;
const readerOrders = 60;
// A token lives 15 minutes.
const renewAfterMs = 8 * 60_000;

export function createAudiences(databases: Databases, size: number) {
  const audiences = new Map<ChainName, Audience>();
  let renewedAt = performance.now();

  const of = (name: ChainName): Audience => {
    const audience = audiences.get(name);
    if (!audience) throw new Error(`the chain "${name}" was not opened`);
    return audience;
  };

  /** Users of a chain with an auth of its own; all others have the system's. */
  const usersOf = async (chain: Chain): Promise<Omit<Audience, 'orders'>> => {
    if (!chain.hasAuth) return of('system');
    const buyers = await registerBuyers(chain.port, buyerCount + 1);
    const [reader] = buyers.splice(-1);
    if (!reader) throw new Error('nobody was registered');
    return { buyers, reader };
  };

  const create = async (chain: Chain): Promise<Audience> => {
    const { buyers, reader } = await usersOf(chain);
    // These keep no orders; what the monolith reads is in the cache of the system.
    if (['monolith', 'ceiling', 'one transaction an order'].includes(chain.name)) return of('system');
    if (chain.name === 'filled')
      await fillChain(databases.client, { system: prefixOf('system'), filled: chain.prefix, reader, size });
    const orders = await placeOrders(chain, reader, readerOrders);
    if (chain.hasAuth) await databases.untilSettled(chain.prefix);
    return { buyers, reader, orders };
  };

  return {
    of,
    gather: async (chain: Chain): Promise<void> => {
      if (!audiences.has(chain.name)) audiences.set(chain.name, await create(chain));
    },
    renewTokens: async (chains: Chain[]): Promise<void> => {
      if (performance.now() - renewedAt < renewAfterMs) return;
      renewedAt = performance.now();
      for (const { port, name } of chains.filter(({ hasAuth }) => hasAuth))
        await signInAgain(port, [...of(name).buyers, of(name).reader]);
      await sleep(1_000);
    },
  };
}
