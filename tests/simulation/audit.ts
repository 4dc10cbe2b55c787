import type { Item } from '@orders/order/domain/order';
import { isOrder } from '@orders/order/store/order-document';
import { restLimits } from '@orders/processor/audit/audit-limits';
import { auditWhole } from '@orders/processor/audit/audit-whole';
import type { Wish } from './buyers';
import { restockedPieces, type Acts } from './operator';
import { orderIn } from './orders-database';
import type { System } from './system';

/** What does not add up in a system at rest: by the audit's own rules, and by what buyers were told. */
export function auditSystem(system: System, wishes: Wish[], acts: Acts): string[] {
  return [
    ...auditStored(system),
    ...wishes.flatMap((wish) => auditPromise(system, wish, acts)),
    ...auditMails(system),
    ...auditRestocks(system, acts),
  ];
}

/** A restock counts once at most, however often it is sent. */
const auditRestocks = ({ stock }: System, { restocks }: Acts): string[] =>
  [...stock.products.values()]
    .filter(({ productId, restocked }) => restocked > restockedPieces * (restocks.get(productId) ?? 0))
    .map(({ productId, restocked }) => `${productId} got ${String(restocked)} pieces, more than anybody sent`);

function ordersOf({ documents }: System) {
  return [...documents.values()].filter(isOrder).map((document) => ({
    ...document,
    orderId: document._id,
    isTakenOver: false,
  }));
}

function auditStored(system: System): string[] {
  const { stock, mails, world } = system;
  const findings = auditWhole({
    products: [...stock.products.values()],
    reservations: [...stock.reservations.values()],
    orders: ordersOf(system),
    mails: [...mails.values()],
    // Later than any replica's clock: at rest nothing may be in flight, however young a wrong clock says it is.
    at: new Date(world.now().getTime() + 120_000),
    limits: restLimits,
  });
  return findings.map(({ rule, orderId, productId, what }) => `${rule} ${orderId ?? productId ?? ''}: ${what}`);
}

/** What a buyer was told must stand. */
function auditPromise({ documents }: System, wish: Wish, { given }: Acts): string[] {
  const { orderId, acknowledged, seen } = wish;
  const order = orderIn(documents, orderId);
  if (!order) return seen.revision > 0 ? [`${orderId} was acknowledged, and is not there`] : [];

  const { status, revision, items } = order;
  const broken: [string, boolean][] = [
    ['was acknowledged with other items', acknowledged !== undefined && !isSame(acknowledged.items, items)],
    [`was acknowledged as Cancelled, and is ${status}`, wish.isCancelAcknowledged && status !== 'Cancelled'],
    ['is Cancelled, and nobody asked for it', status === 'Cancelled' && !wish.isCancelAsked],
    ['is Failed, and nobody gave it up', status === 'Failed' && !given.has(orderId)],
    ['was seen with a revision that is not stored', seen.revision > revision],
  ];
  return broken.flatMap(([what, isBroken]) => (isBroken ? [`${orderId} ${what}`] : []));
}

const isSame = (left: Item[], right: Item[]) => JSON.stringify(left) === JSON.stringify(right);

/** Each order's mail went out at least once, with the right outcome, to the right buyer. */
function auditMails(system: System): string[] {
  const { sent } = system.mailbox;
  const orders = ordersOf(system);
  const missing = orders
    .filter(({ status }) => status === 'Processed' || status === 'Failed')
    .filter(({ orderId }) => !sent.some((mail) => mail.orderId === orderId))
    .map(({ orderId }) => `nobody was told of the end of ${orderId}`);
  const wrong = sent.flatMap(({ orderId, outcome, to }) => {
    const order = orders.find((candidate) => candidate.orderId === orderId);
    if (order?.status === outcome && to.startsWith(order.userId)) return [];
    return [`a mail says that ${orderId} is ${outcome}, and it is ${order?.status ?? 'not there'}`];
  });
  return [...missing, ...wrong];
}

/** Whether anything is still under way that time alone will end. */
export function isAtRest(system: System): boolean {
  const { documents, stock, mails, queue } = system;
  const isOwed = [...mails.values()].some(({ state }) => state === 'owed');
  const isHeldInVain = [...stock.reservations.values()].some(
    ({ state, orderId }) => state === 'held' && !orderIn(documents, orderId),
  );
  const isOrderUnderWay = [...documents.values()].some(
    (document) => isOrder(document) && (document.status === 'Pending' || document.outbox.length > 0),
  );
  return queue.length() === 0 && !isOwed && !isHeldInVain && !isOrderUnderWay;
}
