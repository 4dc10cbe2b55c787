import type { CrashPointFault } from './planted-fault';

type Filter = Record<string, unknown>;

const onlyId = ({ _id }: Filter): Filter => ({ _id });

/** Changes the filter of a single write. */
const changeFilter = (change: (filter: Filter) => Filter) => (args: unknown[]) => [
  change(args[0] as Filter),
  ...args.slice(1),
];

/** Changes each write of this kind in a batch. */
const changeWrites =
  (kind: string, change: (write: Filter) => Filter) =>
  ([writes, ...options]: unknown[]) => [
    (writes as Filter[]).map((write) => (kind in write ? { [kind]: change(write[kind] as Filter) } : write)),
    ...options,
  ];

/** Changes each write that inserts where it finds nothing. */
const changeUpserts = (update: Filter) =>
  changeWrites('updateOne', (write) => (write['upsert'] === true ? { ...write, update } : write));

const dropGuard = (write: Filter): Filter => ({ ...write, filter: onlyId(write['filter'] as Filter) });

/** Stores that forget a guard. */
export const storeFaults: CrashPointFault[] = [
  {
    name: 'an order replaces a tombstone of any epoch',
    command: 'orders.bulkWrite',
    change: changeWrites('replaceOne', dropGuard),
    scenario: 'an order is placed under an id that expired before',
  },
  {
    name: 'a tombstone replaces an order',
    command: 'orders.bulkWrite',
    change: changeUpserts({ $set: { void: true, epoch: 9 }, $unset: { status: '' } }),
    scenario: 'a reservation without an order expires',
  },
  {
    name: 'a settlement moves an order of any status',
    command: 'orders.updateMany',
    change: changeFilter(onlyId),
    scenario: 'an order is settled',
  },
  {
    name: 'a cancel moves an order of any status',
    command: 'orders.findOneAndUpdate',
    change: changeFilter(({ _id, userId }) => ({ _id, userId })),
    scenario: 'an order is cancelled',
  },
  {
    name: 'an operator fails an order of any status',
    command: 'orders.findOneAndUpdate',
    change: changeFilter(onlyId),
    scenario: 'an operator fails an order',
  },
  {
    name: 'a reservation is replaced in any state',
    command: 'reservations.bulkWrite',
    change: changeWrites('replaceOne', dropGuard),
    scenario: 'an id whose reservation expired is closed',
  },
  {
    name: 'an outbox is emptied as a whole',
    command: 'orders.updateMany',
    change: ([filter, update, ...options]) =>
      '$pull' in (update as Filter) ? [filter, { $set: { outbox: [] } }, ...options] : [filter, update, ...options],
    scenario: 'an order is placed while it is cancelled',
  },
  {
    name: 'units of a product are moved whether there are enough or not',
    command: 'products.bulkWrite',
    change: changeWrites('updateOne', dropGuard),
    scenario: 'the last units are ordered',
  },
  {
    name: 'a ledger entry starts again when its message comes again',
    command: 'mails.bulkWrite',
    change: changeUpserts({ $set: { state: 'owed', leaseUntil: new Date(0), attempts: 0 } }),
    scenario: 'the message of a settled order comes again',
  },
  {
    name: 'a mail is claimed that another process has claimed',
    command: 'mails.findOneAndUpdate',
    change: changeFilter(onlyId),
    scenario: 'a mail is sent',
  },
  {
    name: 'a delivery is claimed whoever holds it',
    command: 'webhook_deliveries.updateOne',
    change: changeFilter(onlyId),
    scenario: 'a delivery is sent',
  },
  {
    name: 'a delivery is recorded over one that was sent',
    command: 'webhook_deliveries.bulkWrite',
    change: changeWrites('updateOne', (write) => ({ ...write, update: [{ $replaceWith: insertedBy(write) }] })),
    scenario: 'the message of a settled order comes again',
  },
];

/** What a write inserts where it finds nothing. */
const insertedBy = ({ update }: Filter): unknown =>
  (update as [{ $replaceWith: { $cond: unknown[] } }])[0].$replaceWith.$cond[1];
