import type { DeliveryEvent, DeliveryStatus } from '@orders/proto/webhook-events';
import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import { claimFor, isDue } from '../mail/mail-ledger';
import type { Delivery, DueDelivery, NewDelivery } from './delivery';
import { deliveryCollection, type DeliveryDocument } from './delivery-document';
import { webhookCollection, type WebhookDocument } from './webhook-document';
import { fromDocument as receiverOf } from './webhook-store';
import type { Receiver } from './webhook';

/** A webhook with those of its deliveries that are due. */
export interface DueWebhook {
  receiver: Receiver;
  due: DueDelivery[];
}

/** The end of one attempt, under the claim that it was made with. */
export interface FinishedAttempt {
  deliveryId: string;
  claim: string;
  status: DeliveryStatus;
  /** For one that stays pending: when it is due again. */
  delayMs?: number;
  /** Whether the attempt counts as a failed one. */
  isFailure: boolean;
  lastStatus?: number;
  lastError?: string;
  lastResponse?: string;
}

/** A claim on a delivery for a while. */
export interface DeliveryClaim {
  deliveryId: string;
  event: DeliveryEvent;
  claim: string;
  leaseMs: number;
}

type Deliveries = mongo.Collection<DeliveryDocument>;

/** The deliveries of all webhooks: which are pending, and how the others ended. */
export function createDeliveryStore(database: Mongo) {
  const deliveries = () => database.collection(deliveryCollection);

  return {
    /** Records each delivery that is not recorded yet: one that was delivered stays so. */
    record: (recorded: NewDelivery[]): Promise<void> => record(deliveries(), recorded),

    /** The enabled webhooks that have due deliveries, each with the longest due ones. */
    findDue: async ({ except, limit }: { except: string[]; limit: number }): Promise<DueWebhook[]> =>
      (await findDue(database, { except, limit })).map(({ due, failingForMs, ...document }) => ({
        receiver: { ...receiverOf(document), ...(failingForMs != null && { failingForMs }) },
        due: due.map(({ _id, ...facts }) => ({ deliveryId: _id, ...facts })),
      })),

    /** Claims a due delivery for a while, and fixes its event; whether it did: another processor may be faster. */
    claim: async ({ deliveryId, event, claim, leaseMs }: DeliveryClaim): Promise<boolean> => {
      const { matchedCount } = await deliveries().updateOne({ _id: deliveryId, state: 'pending', ...isDue }, [
        ...claimFor(claim, leaseMs),
        { $set: { event } },
      ]);
      return matchedCount === 1;
    },

    /** Records the end of an attempt, where it is still claimed as stated. */
    finish: async (attempt: FinishedAttempt): Promise<void> => {
      const { deliveryId, claim } = attempt;
      await deliveries().updateOne({ _id: deliveryId, state: 'pending', claim }, finishWith(attempt));
    },

    /** Makes deliveries due later that nobody has claimed. */
    postpone: async (postponed: { deliveryId: string; delayMs: number }[]): Promise<void> => {
      if (postponed.length === 0) return;
      const writes = postponed.map(({ deliveryId, delayMs }) => ({
        updateOne: {
          filter: { _id: deliveryId, state: 'pending' as const, ...isDue },
          update: [{ $set: { leaseUntil: { $add: ['$$NOW', delayMs] } } }],
        },
      }));
      await deliveries().bulkWrite(writes, { ordered: false });
    },

    /** Deletes deliveries that nobody wants and nobody has ever claimed. */
    drop: async (deliveryIds: string[]): Promise<void> => {
      if (deliveryIds.length === 0) return;
      await deliveries().deleteMany({ _id: { $in: deliveryIds }, state: 'pending', attempts: 0 });
    },

    /** Makes a delivery due now, unless it is being sent; undefined where the webhook has no such delivery. */
    resend: async (webhookId: string, deliveryId: string): Promise<Delivery | undefined> => {
      const isBeingSent = { state: 'pending' as const, claim: { $exists: true } };
      const own = { _id: deliveryId, webhookId, event: { $exists: true } };
      await deliveries().updateOne({ ...own, $nor: [isBeingSent] }, [
        { $set: { state: 'pending', leaseUntil: '$$NOW', failures: { $literal: 0 } } },
        { $unset: ['finishedAt', 'claim'] },
      ]);
      const found = await deliveries().findOne(own);
      return found ? toDelivery(found) : undefined;
    },
  };
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;

async function record(deliveries: Deliveries, recorded: NewDelivery[]): Promise<void> {
  const writes = recorded.map((delivery) => ({
    updateOne: { filter: { _id: delivery.deliveryId }, update: insertIfAbsent(delivery), upsert: true },
  }));
  if (writes.length > 0) await deliveries.bulkWrite(writes, { ordered: false });
}

const insertIfAbsent = ({ deliveryId, ...facts }: NewDelivery) => {
  const pending = {
    _id: deliveryId,
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { $literal: value }])),
    state: 'pending',
    leaseUntil: '$$NOW',
    attempts: { $literal: 0 },
    failures: { $literal: 0 },
    createdAt: '$$NOW',
  };
  return [{ $replaceWith: { $cond: [{ $eq: [{ $type: '$state' }, 'missing'] }, pending, '$$ROOT'] } }];
};

type FoundDue = WebhookDocument & {
  failingForMs?: number | null;
  due: (Omit<DueDelivery, 'deliveryId'> & { _id: string })[];
};

/** One command for all webhooks, so that a dead receiver's deliveries hide nobody else's. */
const findDue = (database: Mongo, { except, limit }: { except: string[]; limit: number }): Promise<FoundDue[]> =>
  database
    .collection(webhookCollection)
    .aggregate<FoundDue>([
      { $match: { enabled: true, _id: { $nin: except } } },
      {
        $lookup: {
          from: deliveryCollection.name,
          localField: '_id',
          foreignField: 'webhookId',
          pipeline: [
            { $match: { state: 'pending', ...isDue } },
            { $sort: { leaseUntil: 1 } },
            { $limit: limit },
            { $project: { ...dueFields, ageMs: { $subtract: ['$$NOW', '$createdAt'] } } },
          ],
          as: 'due',
        },
      },
      { $match: { 'due.0': { $exists: true } } },
      { $set: { failingForMs: { $subtract: ['$$NOW', '$failingSince'] } } },
    ])
    .toArray();

const dueFields = {
  webhookId: 1,
  orderId: 1,
  kind: 1,
  event: 1,
  failures: 1,
  requestId: 1,
  traceparent: 1,
} as const;

function finishWith({ status, delayMs, isFailure, ...attempt }: FinishedAttempt) {
  const { lastStatus, lastError, lastResponse } = attempt;
  const facts = { lastStatus, lastError, lastResponse };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  const unknown = Object.entries(facts).filter(([, value]) => value === undefined);
  return [
    {
      $set: {
        state: status,
        failures: { $add: ['$failures', isFailure ? 1 : 0] },
        ...Object.fromEntries(known.map(([name, value]) => [name, { $literal: value }])),
        ...(status === 'pending' ? { leaseUntil: { $add: ['$$NOW', delayMs ?? 0] } } : { finishedAt: '$$NOW' }),
      },
    },
    { $unset: ['claim', ...unknown.map(([name]) => name)] },
  ];
}

/** As admins see it; only those whose event is known are shown. */
export function toDelivery({ _id, event, state, leaseUntil, ...facts }: DeliveryDocument): Delivery {
  const { orderId, attempts, createdAt, lastStatus, lastError, lastResponse, finishedAt } = facts;
  return {
    deliveryId: _id,
    event: event ?? 'webhook.test',
    orderId,
    status: state,
    attempts,
    createdAt,
    ...(lastStatus !== undefined && { lastStatus }),
    ...(lastError !== undefined && { lastError }),
    ...(lastResponse !== undefined && { lastResponse }),
    ...(state === 'pending' && { nextAttemptAt: leaseUntil }),
    ...(finishedAt && { finishedAt }),
  };
}
