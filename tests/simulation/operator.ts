import { createLife } from './simulated-process';
import type { OrderApi } from './apis';
import { callReplica } from './replicas';
import type { Wish } from './buyers';
import type { System } from './system';

/** What operators did to orders, for the check at the end. */
export interface Acts {
  given: Set<string>;
  /** How often each product was restocked, each time with as many pieces. */
  restocks: Map<string, number>;
}

export const restockedPieces = 3;

const dependencies = ['orders', 'stock', 'ledger', 'queue', 'redis', 'mail', 'auth', 'inventory', 'order'];

/** Lets things go wrong until the time is over: crashes, a lost queue, outages; and operators do what operators do. */
export function disturb(system: System, wishes: Wish[], untilMs: number): Acts {
  const { world, queue } = system;
  const { chance, scheduler, trouble, story } = world;
  const acts: Acts = { given: new Set(), restocks: new Map() };
  const some = (most: number, work: () => void) => {
    for (let count = chance.whole(0, most); count > 0; count -= 1) {
      scheduler.after(chance.between(0, untilMs), work);
    }
  };

  if (chance.happens(0.3)) some(2, queue.lose);
  if (chance.happens(0.5)) some(3, () => chance.pick([system.order, system.inventory, system.processor]).crashOne());
  if (chance.happens(0.3))
    some(2, () => {
      const on = chance.pick(dependencies);
      story.tell(on, 'is AWAY');
      trouble.takeAway(on);
      scheduler.after(chance.between(100, 15_000), () => {
        story.tell(on, 'is back');
        trouble.bringBack(on);
      });
    });
  const operator = createOperator(system, wishes, acts);
  if (chance.happens(0.5)) some(3, operator.giveUp);
  if (chance.happens(0.4)) some(2, operator.restock);
  if (chance.happens(0.3)) some(2, operator.redrive);
  if (chance.happens(0.3)) some(2, operator.discard);
  return acts;
}

/** An operator whose calls fail like all others'. */
export function createOperator(system: System, wishes: Wish[], acts: Acts) {
  const { world, queue } = system;
  const { chance } = world;
  const life = {
    ...createLife(world, { name: 'operator', skewMs: 0, onCrash: () => undefined }),
    crash: () => undefined,
  };
  const told = (what: string) => world.story.tell('operator', what);
  const ignored = () => undefined;
  const askOrder = (what: string, work: (api: OrderApi) => Promise<unknown>) =>
    callReplica(world, { caller: life, callee: system.order }, { what, timeoutMs: 3_000, work });

  return {
    giveUp: () => {
      const { orderId } = chance.pick(wishes);
      acts.given.add(orderId);
      told(`gives ${orderId} up`);
      askOrder(`fail ${orderId}`, (api) => api.fail({ orderId, reason: 'given up' })).catch(ignored);
    },
    restock: () => {
      const productId = chance.pick([...system.stock.products.keys()]);
      const request = {
        kind: 'restock product' as const,
        operationId: world.newId('operation'),
        productId,
        quantity: 3,
      };
      acts.restocks.set(productId, (acts.restocks.get(productId) ?? 0) + 1);
      told(`restocks ${productId}`);
      const send = () =>
        callReplica(
          world,
          { caller: life, callee: system.inventory },
          {
            what: `restock ${productId}`,
            timeoutMs: 3_000,
            work: (api) => api.changeCatalogue(request),
          },
        );
      send().catch(() => send().catch(ignored));
    },
    redrive: () => {
      told('redrives dead letters');
      const redrive = { operator: 'an operator', limit: 100, perSecond: 100, messageId: '' };
      callReplica(
        world,
        { caller: life, callee: system.processor },
        {
          what: 'redrive dead letters',
          timeoutMs: 30_000,
          work: (api) => api.redrive(redrive),
        },
      ).catch(ignored);
    },
    discard: () => {
      const messageId = queue.deadLetters()[0];
      if (messageId === undefined) return;
      for (const { orderId } of wishes) acts.given.add(orderId);
      told(`discards ${messageId}`);
      callReplica(
        world,
        { caller: life, callee: system.processor },
        {
          what: `discard ${messageId}`,
          timeoutMs: 30_000,
          work: (api) => api.discard({ operator: 'an operator', messageId, reason: 'given up' }),
        },
      ).catch(ignored);
    },
  };
}
