import { fromDocument, isOrder } from '@orders/order/store/schemas';
import { restLimits } from '@orders/processor/audit/audit-facts';
import { auditWhole } from '@orders/processor/audit/audit-whole';
import type { Item } from '@orders/proto/items';
import type { Purchase } from './buyers';
import { restockedUnits, type OperatorActions } from './operator';
import { orderIn } from './orders-database';
import type { System } from './system';

/** What is wrong with a system at rest, by the audit's own rules and by the answers that buyers got. */
export function auditSystem(system: System, purchases: Purchase[], actions: OperatorActions): string[] {
  return [
    ...auditStored(system),
    ...purchases.flatMap((purchase) => auditPurchase(system, purchase, actions)),
    ...auditMails(system),
    ...auditRestocks(system, actions),
    ...(system.webhooks?.problems() ?? []),
  ];
}

/** A restock counts at most once, however often it is sent. */
const auditRestocks = ({ stock }: System, { restocks }: OperatorActions): string[] =>
  [...stock.products.values()]
    .filter(({ productId, restocked }) => restocked > restockedUnits * (restocks.get(productId) ?? 0))
    .map(({ productId, restocked }) => `${productId} got ${String(restocked)} units, more than operators sent`);

function ordersOf({ documents }: System) {
  return [...documents.values()].filter(isOrder).map((document) => ({
    ...document,
    ...fromDocument(document),
    isImported: false,
  }));
}

function auditStored(system: System): string[] {
  const { stock, mails, world, webhooks } = system;
  const findings = auditWhole({
    products: [...stock.products.values()],
    reservations: [...stock.reservations.values()],
    orders: ordersOf(system),
    mails: [...mails.values()],
    // Which webhooks must hear of an order is told by what admins were answered, not by clocks.
    reported: { webhooks: [], deliveries: [...(webhooks?.tables.deliveries.values() ?? [])] },
    // Later than any replica's clock: at rest nothing may be in flight, however young a wrong clock says it is.
    at: new Date(world.now().getTime() + 120_000),
    limits: restLimits,
  });
  return findings.map(({ rule, orderId, productId, what }) => `${rule} ${orderId ?? productId ?? ''}: ${what}`);
}

/** The answers that a buyer got must hold. */
function auditPurchase({ documents }: System, purchase: Purchase, { failedOrders }: OperatorActions): string[] {
  const { orderId, acknowledged, seen } = purchase;
  const order = orderIn(documents, orderId);
  if (!order) return seen.revision > 0 ? [`${orderId} was acknowledged, and is not there`] : [];

  const { status, revision, items } = order;
  const broken: [string, boolean][] = [
    ['was acknowledged with other items', acknowledged !== undefined && !isSame(acknowledged.items, items)],
    [`was acknowledged as Cancelled, and is ${status}`, purchase.isCancelAcknowledged && status !== 'Cancelled'],
    ['is Cancelled, without a request to cancel it', status === 'Cancelled' && !purchase.isCancelRequested],
    ['is Failed, and no operator failed it', status === 'Failed' && !failedOrders.has(orderId)],
    ['was seen with a revision that is not stored', seen.revision > revision],
  ];
  return broken.flatMap(([what, isBroken]) => (isBroken ? [`${orderId} ${what}`] : []));
}

const isSame = (left: Item[], right: Item[]) => JSON.stringify(left) === JSON.stringify(right);

/** Each order's mail went out at least once, with the right outcome, to the right buyer; only an erased buyer gets none. */
function auditMails(system: System): string[] {
  const { erasedBuyers, mailbox } = system;
  const { sent } = mailbox;
  const orders = ordersOf(system);
  const missing = orders
    .filter(({ status }) => status === 'Processed' || status === 'Failed')
    .filter(({ orderId, userId }) => !erasedBuyers.has(userId) && !sent.some((mail) => mail.orderId === orderId))
    .map(({ orderId }) => `no mail was sent for ${orderId}`);
  const wrong = sent.flatMap(({ orderId, outcome, to }) => {
    const order = orders.find((candidate) => candidate.orderId === orderId);
    if (order?.status === outcome && to.startsWith(order.userId)) return [];
    return [`a mail says that ${orderId} is ${outcome}, and it is ${order?.status ?? 'not there'}`];
  });
  return [...missing, ...wrong];
}

/** Whether all work is done that ends by itself. */
export function isAtRest(system: System): boolean {
  const { documents, stock, mails, queue, webhooks } = system;
  const isMailPending = [...mails.values()].some(({ state }) => state === 'owed');
  const isHeldWithoutOrder = [...stock.reservations.values()].some(
    ({ state, orderId }) => state === 'held' && !orderIn(documents, orderId),
  );
  const isOrderOpen = [...documents.values()].some(
    (document) => isOrder(document) && (document.status === 'Pending' || document.outbox.length > 0),
  );
  const areDeliveriesDone = webhooks?.isAtRest() ?? true;
  return queue.length() === 0 && !isMailPending && areDeliveriesDone && !isHeldWithoutOrder && !isOrderOpen;
}
