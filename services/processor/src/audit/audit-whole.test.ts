import { buyerIsGone } from '../mail/ledger-entry';
import {
  auditLimits,
  restLimits,
  type AuditedMail,
  type AuditedOrder,
  type AuditedProduct,
  type AuditedReservation,
} from './audit-facts';
import { auditWhole, type WholeSystem } from './audit-whole';

const at = new Date('2026-03-01T12:00:00Z');
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000);
const items = [{ productId: 'shirt', name: 'Shirt', quantity: 2, unitPrice: 10 }];
const total = { amount: 20, currency: 'EUR' };
const days = (count: number) => count * 24 * 60;

const aProduct = (changes: Partial<AuditedProduct> = {}): AuditedProduct => ({
  productId: 'shirt',
  available: 8,
  held: 0,
  committed: 2,
  initial: 5,
  restocked: 6,
  adjusted: -1,
  ...changes,
});
const anOrder = (changes: Partial<AuditedOrder> = {}): AuditedOrder => ({
  orderId: 'one',
  status: 'Processed',
  items,
  total,
  epoch: 1,
  createdAt: ago(2),
  updatedAt: ago(1),
  outbox: [],
  isImported: false,
  ...changes,
});
const aReservation = (changes: Partial<AuditedReservation> = {}): AuditedReservation => ({
  orderId: 'one',
  state: 'committed',
  items,
  currency: 'EUR',
  epoch: 1,
  heldAt: ago(2),
  ...changes,
});
const aMail = (changes: Partial<AuditedMail> = {}): AuditedMail => ({
  orderId: 'one',
  state: 'sent',
  owedAt: ago(1),
  ...changes,
});

const aSystem = (changes: Partial<WholeSystem> = {}): WholeSystem => ({
  products: [aProduct()],
  orders: [anOrder()],
  reservations: [aReservation()],
  mails: [aMail()],
  reported: { webhooks: [], deliveries: [] },
  at,
  limits: auditLimits,
  ...changes,
});
const held = aProduct({ held: 2, committed: 0 });
const free = aProduct({ available: 10, committed: 0 });
const pending = anOrder({ status: 'Pending', republishAt: at });
const cancelled = anOrder({ status: 'Cancelled' });
const release = { kind: 'release' as const, at: ago(1) };
const released = aReservation({ state: 'released' });
const { total: _, ...withoutTotal } = anOrder();
const unpriced = { ...items[0]!, unitPrice: 0 };
const { currency: __, ...unpricedReservation } = aReservation({ items: [{ ...unpriced, name: '' }] });
const rulesOf = (changes: Partial<WholeSystem>) => auditWhole(aSystem(changes)).map(({ rule }) => rule);

test.each<[string, Partial<WholeSystem>]>([
  ['a processed order', {}],
  ['the same at rest', { limits: restLimits }],
  [
    'a pending order',
    { products: [held], orders: [pending], reservations: [aReservation({ state: 'held' })], mails: [] },
  ],
  ['a pending order whose stock is committed', { orders: [pending], mails: [aMail({ state: 'owed' })] }],
  ['an order whose buyer has left', { mails: [aMail({ state: 'dropped', reason: buyerIsGone })] }],
  ['a cancelled order', { products: [free], orders: [cancelled], reservations: [released], mails: [] }],
  [
    'a cancelled order whose stock is about to be released',
    { orders: [{ ...cancelled, outbox: [release] }], mails: [aMail({ state: 'owed' })] },
  ],
  ['a failed order', { products: [free], orders: [anOrder({ status: 'Failed' })], reservations: [released] }],
  ['an order for which no prices were decided', { orders: [{ ...withoutTotal, items: [unpriced] }] }],
  ['an order whose prices the previous release of inventory does not show', { reservations: [unpricedReservation] }],
  [
    'a reservation without an order',
    { products: [held], orders: [], mails: [], reservations: [aReservation({ state: 'held' })] },
  ],
  ['an old order', { orders: [anOrder({ updatedAt: ago(days(60)) })], reservations: [], mails: [] }],
  [
    'an order that was imported as final',
    { products: [free], orders: [anOrder({ isImported: true, epoch: 0 })], reservations: [], mails: [] },
  ],
])('%s has no finding', (_, system) => {
  expect(auditWhole(aSystem(system))).toEqual([]);
});

test.each<[string, string, Partial<WholeSystem>]>([
  ['a unit that vanished', 'stock-sum', { products: [aProduct({ initial: 6 })] }],
  ['negative stock', 'negative', { products: [aProduct({ available: -1, adjusted: -10 })] }],
  ['a product with too many held units', 'held-sum', { products: [aProduct({ available: 7, held: 1 })] }],
  [
    'a product with too many committed units',
    'committed-sum',
    { products: [aProduct({ available: 7, committed: 3 })] },
  ],
  ['a product with too few committed units', 'committed-sum', { products: [aProduct({ available: 9, committed: 1 })] }],
  ['a processed order without a mail', 'mail', { mails: [] }],
  ['a processed order whose mail was dropped', 'mail', { mails: [aMail({ state: 'dropped' })] }],
  ['a mail sent for a pending order', 'mail', { orders: [pending] }],
  ['a mail sent for a cancelled order', 'mail', { products: [free], orders: [cancelled], reservations: [released] }],
  [
    'a failed order without a mail',
    'mail',
    {
      products: [free],
      orders: [anOrder({ status: 'Failed', updatedAt: ago(20) })],
      reservations: [released],
      mails: [],
    },
  ],
  ['a mail without an order', 'mail', { mails: [aMail(), aMail({ orderId: 'other' })] }],
  ['a processed order without a reservation', 'reservation', { reservations: [] }],
  ['a processed order whose stock is free', 'reservation', { reservations: [released] }],
  ['a cancelled order that keeps its stock', 'reservation', { orders: [cancelled], mails: [] }],
  ['a reservation of another epoch', 'reservation', { reservations: [aReservation({ epoch: 2 })] }],
  [
    'a reservation of other items',
    'reservation',
    { reservations: [aReservation({ items: [{ ...items[0]!, quantity: 3 }] })] },
  ],
  [
    'a reservation of an imported order',
    'reservation',
    {
      products: [free],
      orders: [anOrder({ isImported: true })],
      mails: [],
    },
  ],
  ['a total that is not the sum of the items', 'price', { orders: [anOrder({ total: { ...total, amount: 19 } })] }],
  ['prices without a total', 'price', { orders: [withoutTotal] }],
  [
    'another price than that of the reservation',
    'price',
    { reservations: [aReservation({ items: [{ ...items[0]!, unitPrice: 11 }] })] },
  ],
  [
    'another name than that of the reservation',
    'price',
    { reservations: [aReservation({ items: [{ ...items[0]!, name: 'Jeans' }] })] },
  ],
  ['a processed order with a release in its outbox', 'outbox', { orders: [anOrder({ outbox: [release] })] }],
  ['a pending order that is never published again', 'outbox', { orders: [anOrder({ status: 'Pending' })], mails: [] }],
  [
    'an order that has been pending for long',
    'pending-too-old',
    { orders: [{ ...pending, createdAt: ago(16) }], mails: [] },
  ],
  [
    'an outbox entry that is old',
    'outbox-too-old',
    {
      orders: [{ ...cancelled, outbox: [{ kind: 'release', at: ago(6) }] }],
      mails: [],
    },
  ],
  ['a mail that has been pending for long', 'mail-too-old', { mails: [aMail({ state: 'owed', owedAt: ago(61) })] }],
  [
    'stock that has been held for long without an order',
    'held-too-old',
    {
      products: [held],
      orders: [],
      mails: [],
      reservations: [aReservation({ state: 'held', heldAt: ago(16) })],
    },
  ],
])('%s is a finding: %s', (_, rule, system) => {
  expect(rulesOf(system)).toEqual([rule]);
});

test('at rest, work in progress is a finding', () => {
  const inFlight = {
    orders: [{ ...pending, outbox: [{ kind: 'publish' as const, at }] }],
    mails: [aMail({ state: 'owed' })],
  };
  const rules = rulesOf({ ...inFlight, limits: restLimits });
  expect(rules.sort()).toEqual(['mail-too-old', 'outbox-too-old', 'pending-too-old']);
});

test('a finding names what it is about', () => {
  const [finding] = auditWhole(aSystem({ products: [aProduct({ initial: 6 })] }));
  expect(finding).toEqual({
    rule: 'stock-sum',
    productId: 'shirt',
    what: '11 units were received, 10 are accounted for',
  });
});
