import type { DeliveryStatus } from '@orders/proto/webhook-events';
import { invalidCursor } from '@orders/shared/errors';
import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import type { AuditedDelivery, Deliveries } from '../audit/audit-deliveries';
import type { Delivery } from './delivery';
import { deliveryCollection, type DeliveryDocument } from './delivery-document';
import { toDelivery } from './delivery-store';
import { webhookCollection, type WebhookDocument } from './webhook-document';

export interface DeliveryPage {
  webhookId: string;
  status?: DeliveryStatus | undefined;
  pageSize: number;
  pageToken: string;
}

/** Lists and counts deliveries. */
export function createDeliveryLists(database: Mongo) {
  const deliveries = () => database.collection(deliveryCollection);

  return {
    /** A page of the deliveries of a webhook whose event is known, newest first. */
    page: async ({ webhookId, status, pageSize, pageToken }: DeliveryPage) => {
      const filter = { webhookId, ...(status && { state: status }), event: { $exists: true }, ...after(pageToken) };
      const found = await deliveries()
        .find(filter)
        .sort({ createdAt: -1, _id: -1 })
        .limit(pageSize + 1)
        .toArray();
      const page = found.slice(0, pageSize);
      const last = found.length > pageSize ? page.at(-1) : undefined;
      return { deliveries: page.map(toDelivery), nextPageToken: last ? tokenOf(last) : '' };
    },

    find: async (deliveryId: string): Promise<Delivery | undefined> => {
      const found = await deliveries().findOne({ _id: deliveryId });
      return found ? toDelivery(found) : undefined;
    },

    /** The webhook that a delivery is of. */
    webhookOf: async (deliveryId: string): Promise<string | undefined> =>
      (await deliveries().findOne({ _id: deliveryId }, { projection: { webhookId: 1 } }))?.webhookId,

    /** All webhooks, with the deliveries of these orders. */
    ofOrders: async (orderIds: string[]): Promise<Deliveries> => {
      const webhooks = await database.collection(webhookCollection).find().project<AuditedDocument>(audited).toArray();
      const found = webhooks.length > 0 ? await readDeliveries(database, orderIds) : [];
      return { webhooks: webhooks.map(({ _id, ...webhook }) => ({ webhookId: _id, ...webhook })), deliveries: found };
    },

    /** How many deliveries of enabled webhooks are pending, and since when the oldest; counted up to a bound each. */
    countPending: async (): Promise<{ count: number; oldestAt?: Date }> => {
      const [pending] = await database.collection(webhookCollection).aggregate<PendingCount>(countPipeline).toArray();
      return { count: pending?.count ?? 0, ...(pending?.oldestAt && { oldestAt: pending.oldestAt }) };
    },
  };
}

export type DeliveryLists = ReturnType<typeof createDeliveryLists>;

type AuditedDocument = Pick<WebhookDocument, '_id' | 'events' | 'enabled' | 'updatedAt'>;

const audited = { events: 1, enabled: 1, updatedAt: 1 };

const readDeliveries = (database: Mongo, orderIds: string[]): Promise<AuditedDelivery[]> =>
  database
    .collection(deliveryCollection)
    .find({ orderId: { $in: orderIds } })
    .project<AuditedDelivery>({ _id: 0, orderId: 1, webhookId: 1, kind: 1, event: 1, state: 1 })
    .toArray();

interface PendingCount {
  count: number;
  oldestAt: Date | null;
}

// A larger number would not help an operator more, and counting on would be slow.
const maxCount = 10_000;

const countPipeline = [
  { $match: { enabled: true } },
  {
    $lookup: {
      from: deliveryCollection.name,
      localField: '_id',
      foreignField: 'webhookId',
      pipeline: [
        { $match: { state: 'pending' } },
        { $sort: { createdAt: 1 } },
        { $limit: maxCount },
        { $group: { _id: null, count: { $sum: 1 }, oldestAt: { $min: '$createdAt' } } },
      ],
      as: 'pending',
    },
  },
  { $unwind: '$pending' },
  { $group: { _id: null, count: { $sum: '$pending.count' }, oldestAt: { $min: '$pending.oldestAt' } } },
];

const tokenOf = ({ createdAt, _id }: DeliveryDocument) => `${createdAt.getTime().toString()}.${_id}`;

function after(pageToken: string): mongo.Filter<DeliveryDocument> {
  if (pageToken === '') return {};
  const [, time, _id] = /^(\d{1,15})\.(msg_[0-9a-f]{1,64})$/.exec(pageToken) ?? [];
  if (time === undefined || _id === undefined) throw invalidCursor();
  const createdAt = new Date(Number(time));
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: _id } }] };
}
