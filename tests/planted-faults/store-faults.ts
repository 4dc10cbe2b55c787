import type { Way } from '../crash-points/disturbances';
import type { Fault } from '../crash-points/effects';

/** A store that forgot a guard, and where that shows. */
export interface PlantedFault {
  name: string;
  fault: Fault;
  scenario: string;
  way: Way;
}

type Filter = Record<string, unknown>;

const between = 'another process comes between';
const onlyId = ({ _id }: Filter): Filter => ({ _id });

/** Changes the filter of a single write. */
const looserFilter =
  (write: string, loosen: (filter: Filter) => Filter): Fault =>
  (name, args) =>
    name === write ? [loosen(args[0] as Filter), ...args.slice(1)] : args;

/** Changes each write of a batch that is of a kind. */
const otherWrites =
  (collection: string, kind: string, change: (write: Filter) => Filter): Fault =>
  (name, args) =>
    name === `${collection}.bulkWrite`
      ? [(args[0] as Filter[]).map((one) => changed(one, kind, change)), ...args.slice(1)]
      : args;

const changed = (operation: Filter, kind: string, change: (write: Filter) => Filter): Filter =>
  kind in operation ? { [kind]: change(operation[kind] as Filter) } : operation;

const withLooseFilter = (write: Filter): Filter => ({ ...write, filter: onlyId(write['filter'] as Filter) });

export const plantedFaults: PlantedFault[] = [
  {
    name: 'an order replaces a Void of any epoch',
    fault: otherWrites('orders', 'replaceOne', withLooseFilter),
    scenario: 'an order is placed under an id that expired before',
    way: between,
  },
  {
    name: 'a Void replaces an order',
    fault: otherWrites('orders', 'updateOne', (write) =>
      write['upsert'] === true
        ? { ...write, update: { $set: { void: true, epoch: 9 }, $unset: { status: '' } } }
        : write,
    ),
    scenario: 'a reservation without an order expires',
    way: between,
  },
  {
    name: 'a settlement moves an order of any status',
    fault: looserFilter('orders.updateMany', onlyId),
    scenario: 'an order is settled',
    way: between,
  },
  {
    name: 'a cancel moves an order of any status',
    fault: looserFilter('orders.findOneAndUpdate', ({ _id, userId }) => ({ _id, userId })),
    scenario: 'an order is cancelled',
    way: between,
  },
  {
    name: 'an order of any status is given up',
    fault: looserFilter('orders.findOneAndUpdate', onlyId),
    scenario: 'an order is given up',
    way: between,
  },
  {
    name: 'a reservation is replaced whatever became of it',
    fault: otherWrites('reservations', 'replaceOne', withLooseFilter),
    scenario: 'an id whose reservation expired is closed',
    way: between,
  },
  {
    name: 'an outbox is emptied as a whole',
    fault: (name, args) => {
      const [filter, update, ...rest] = args as [Filter, Filter];
      return name === 'orders.updateMany' && '$pull' in update ? [filter, { $set: { outbox: [] } }, ...rest] : args;
    },
    scenario: 'an order is placed while it is cancelled',
    way: between,
  },
  {
    name: 'pieces of a product are moved whether there are enough or not',
    fault: otherWrites('products', 'updateOne', withLooseFilter),
    scenario: 'the last pieces are ordered',
    way: between,
  },
  {
    name: 'a ledger entry starts again when its message comes again',
    fault: otherWrites('mails', 'updateOne', (write) =>
      write['upsert'] === true
        ? { ...write, update: { $set: { state: 'owed', leaseUntil: new Date(0), attempts: 0 } } }
        : write,
    ),
    scenario: 'the message of a settled order comes again',
    way: between,
  },
  {
    name: 'a mail is claimed that another process holds',
    fault: looserFilter('mails.findOneAndUpdate', onlyId),
    scenario: 'a mail is sent',
    way: between,
  },
];
