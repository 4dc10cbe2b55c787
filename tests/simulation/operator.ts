import type { CataloguedProduct } from '@orders/inventory/domain/product';
import type { ChangeProduct, EndOrder } from '../histories/call';
import type { InventoryApi, OrderApi } from './apis';
import type { Purchase } from './buyers';
import { callReplica } from './replicas';
import { createSimulatedProcess } from './simulated-process';
import { recorded, seenProduct } from './recorded-calls';
import type { System } from './system';

/** What operators did, for the audit at the end. */
export interface OperatorActions {
  failedOrders: Set<string>;
  /** How often each product was restocked, each time with as many units. */
  restocks: Map<string, number>;
}

export const restockedUnits = 3;

/** An operator whose calls fail like all others'. */
export function createOperator(system: System, purchases: Purchase[], actions: OperatorActions) {
  const { world, queue } = system;
  const { random } = world;
  const process = createSimulatedProcess(world, { name: 'operator', skewMs: 0, onCrash: () => undefined });
  const from = { ...process, crash: () => undefined };
  const record = (what: string) => world.timeline.record('operator', what);
  /** What becomes of it the history shows. */
  const recordFail = (orderIds: string[]) => {
    for (const orderId of orderIds) world.history.begin<EndOrder>({ kind: 'fail', client: 'operator', orderId });
  };
  const ignoreFailure = () => undefined;
  const failOrder = (orderId: string) => (api: OrderApi) => api.fail({ orderId, reason: 'failed by an operator' });

  return {
    failOrder: () => {
      const { orderId } = random.pick(purchases);
      actions.failedOrders.add(orderId);
      recordFail([orderId]);
      record(`fails ${orderId}`);
      const call = { from, to: system.order, what: `fail ${orderId}`, timeoutMs: 3_000, work: failOrder(orderId) };
      callReplica(world, call).catch(ignoreFailure);
    },
    restock: () => {
      const productId = random.pick([...system.stock.products.keys()]);
      const operationId = world.newId('operation');
      const request = { kind: 'restock product' as const, operationId, productId, quantity: restockedUnits };
      actions.restocks.set(productId, (actions.restocks.get(productId) ?? 0) + 1);
      record(`restocks ${productId}`);
      const call = {
        ...{ from, to: system.inventory, what: `restock ${productId}`, timeoutMs: 3_000 },
        work: (api: InventoryApi) => api.changeCatalogue(request),
      };
      const asked = { kind: 'restock' as const, client: 'operator', productId, key: operationId };
      const send = () =>
        recorded<ChangeProduct, CataloguedProduct>(
          world.history,
          { ...asked, quantity: restockedUnits },
          { work: () => callReplica(world, call), show: (product) => ({ product: seenProduct(product) }) },
        );
      send().catch(() => send().catch(ignoreFailure));
    },
    /** As another writer does it, at one moment: what was read before is out of date. */
    reprice: () => {
      const product = random.pick([...system.stock.products.values()]);
      const price = random.integer(0, 9);
      record(`sets the price of ${product.productId} to ${String(price)}`);
      const repriced = { ...product, price, revision: product.revision + 1 };
      system.stock.products.set(product.productId, repriced);
      const set = { kind: 'set' as const, client: 'operator', productId: product.productId, price };
      world.history.begin<ChangeProduct>(set)({ outcome: 'done', product: seenProduct(repriced) });
    },
    redrive: () => {
      record('redrives dead letters');
      const redrive = { operator: 'an operator', operationId: '', limit: 100, perSecond: 100, messageId: '' };
      callReplica(world, {
        from,
        to: system.processor,
        what: 'redrive dead letters',
        timeoutMs: 30_000,
        work: (api) => api.redrive(redrive),
      }).catch(ignoreFailure);
    },
    discard: () => {
      const messageId = queue.deadLetters()[0];
      const discard = { operator: 'an operator', operationId: '', reason: 'failed by an operator' };
      if (messageId === undefined) return;
      for (const { orderId } of purchases) actions.failedOrders.add(orderId);
      recordFail(purchases.map(({ orderId }) => orderId));
      record(`discards ${messageId}`);
      callReplica(world, {
        from,
        to: system.processor,
        what: `discard ${messageId}`,
        timeoutMs: 30_000,
        work: (api) => api.discard({ ...discard, messageId }),
      }).catch(ignoreFailure);
    },
  };
}

const dependencies = ['orders', 'stock', 'ledger', 'queue', 'redis', 'mail', 'auth', 'inventory', 'order'];

/** Schedules crashes, lost queues, outages and operator actions until the time is over. */
export function startDisturbances(system: System, purchases: Purchase[], untilMs: number): OperatorActions {
  const { world, queue } = system;
  const { random, scheduler, failures, timeline } = world;
  const actions: OperatorActions = { failedOrders: new Set(), restocks: new Map() };
  const sometimes = (probability: number, max: number, work: () => void) => {
    if (!random.chance(probability)) return;
    for (let count = random.integer(0, max); count > 0; count -= 1) {
      scheduler.after(random.between(0, untilMs), work);
    }
  };
  const breakDown = () => {
    const target = random.pick(dependencies);
    timeline.record(target, 'is UNAVAILABLE');
    failures.startOutage(target);
    scheduler.after(random.between(100, 15_000), () => {
      timeline.record(target, 'is available again');
      failures.endOutage(target);
    });
  };

  sometimes(0.3, 2, queue.loseAll);
  sometimes(0.5, 3, () => random.pick([system.order, system.inventory, system.processor]).crashOne());
  sometimes(0.3, 2, breakDown);
  const operator = createOperator(system, purchases, actions);
  sometimes(0.5, 3, operator.failOrder);
  sometimes(0.4, 2, operator.restock);
  sometimes(0.5, 4, operator.reprice);
  sometimes(0.3, 2, operator.redrive);
  sometimes(0.3, 2, operator.discard);
  startErasures(system, purchases, untilMs);
  return actions;
}

/** Some buyers erase their accounts, at any moment in the lives of their orders. */
function startErasures({ world, erasedBuyers }: System, purchases: Purchase[], untilMs: number): void {
  const { erasures, scheduler, timeline } = world;
  if (!erasures.chance(0.2)) return;
  const { userId } = erasures.pick(purchases);
  scheduler.after(erasures.between(0, untilMs), () => {
    timeline.record('auth', `erases the buyer ${userId}`);
    erasedBuyers.add(userId);
  });
}
