import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import type { SealedSecret, Receiver, Webhook } from './webhook';
import { webhookCollection, type WebhookDocument } from './webhook-document';

/** What an admin changes of a webhook. */
export interface WebhookChange {
  url?: string;
  events?: Webhook['events'];
  enabled?: boolean;
}

/** The receivers of events. */
export function createWebhookStore(database: Mongo) {
  const webhooks = () => database.collection(webhookCollection);

  return {
    insert: async ({ webhookId, ...webhook }: Receiver): Promise<void> => {
      await webhooks().insertOne({ _id: webhookId, ...webhook });
    },

    count: (): Promise<number> => webhooks().countDocuments(),

    /** All of them, oldest first. */
    list: async (): Promise<Receiver[]> =>
      (await webhooks().find().sort({ createdAt: 1, _id: 1 }).toArray()).map(fromDocument),

    find: async (webhookId: string): Promise<Receiver | undefined> => {
      const found = await webhooks().findOne({ _id: webhookId });
      return found ? fromDocument(found) : undefined;
    },

    /**
     * Changes what is given; a webhook that is enabled again or gets another URL counts as never failed. Undefined where
     * there is none.
     */
    update: async (webhookId: string, change: WebhookChange, at: Date): Promise<Webhook | undefined> => {
      const updated = await webhooks().findOneAndUpdate({ _id: webhookId }, changeTo(change, at), {
        returnDocument: 'after',
      });
      return updated ? fromDocument(updated) : undefined;
    },

    /** Whether there was one. */
    remove: async (webhookId: string): Promise<boolean> =>
      (await webhooks().deleteOne({ _id: webhookId })).deletedCount === 1,

    /** Replaces the secrets unless another process has just done so; undefined where it has, or where there is no webhook. */
    replaceSecrets: async (
      { webhookId, secrets }: Pick<Receiver, 'webhookId' | 'secrets'>,
      replacement: SealedSecret[],
    ): Promise<Webhook | undefined> => {
      const replaced = await webhooks().findOneAndUpdate(
        { _id: webhookId, 'secrets.0.sealed': secrets[0]?.sealed ?? '' },
        { $set: { secrets: replacement } },
        { returnDocument: 'after' },
      );
      return replaced ? fromDocument(replaced) : undefined;
    },

    /** Records that an attempt has succeeded. */
    markWorking: async ({ webhookId, url }: Attempted): Promise<void> => {
      await webhooks().updateOne({ _id: webhookId, url }, { $unset: { failingSince: '' } });
    },

    /** Records since when attempts fail, where that is not recorded yet. */
    markFailing: async ({ webhookId, url }: Attempted): Promise<void> => {
      await webhooks().updateOne({ _id: webhookId, url, failingSince: { $exists: false } }, [
        { $set: { failingSince: '$$NOW' } },
      ]);
    },

    /**
     * Disables a webhook with the reason and, in the same write, records a notice for the admins; whether it was enabled,
     * and failing for so long where that is given.
     */
    disable: (disabling: Disabling): Promise<boolean> => disable(webhooks(), disabling),

    /** The notices that are not removed yet. */
    listNotices: (): Promise<Notice[]> => listNotices(webhooks()),

    removeNotice: async ({ webhookId, noticeId }: Pick<Notice, 'webhookId' | 'noticeId'>): Promise<void> => {
      await webhooks().updateOne({ _id: webhookId }, { $pull: { notices: { noticeId } } });
    },
  };
}

export type WebhookStore = ReturnType<typeof createWebhookStore>;

/** What the admins are to be told about a webhook that was disabled. */
export interface Notice {
  noticeId: string;
  webhookId: string;
  url: string;
  reason: string;
  at: Date;
}

/** What an attempt was sent to: it says nothing about a URL that the webhook got meanwhile. */
export type Attempted = Pick<Webhook, 'webhookId' | 'url'>;

export interface Disabling extends Attempted {
  noticeId: string;
  reason: string;
  failingForMs?: number;
}

/** Values are literals: one that begins with `$` would be read as a field. */
function changeTo({ url, enabled, ...change }: WebhookChange, at: Date): mongo.Document[] {
  const values = Object.entries({ ...change, ...(url !== undefined && { url }), updatedAt: at });
  const set = Object.fromEntries(values.map(([name, value]) => [name, { $literal: value }]));
  const failingSince = { $cond: [{ $eq: ['$url', { $literal: url }] }, '$failingSince', '$$REMOVE'] };
  if (enabled === undefined) return [{ $set: { ...set, ...(url !== undefined && { failingSince }) } }];
  return [{ $set: { ...set, enabled } }, { $unset: ['disabledReason', 'failingSince'] }];
}

async function disable(
  webhooks: mongo.Collection<WebhookDocument>,
  { webhookId, url, noticeId, reason, failingForMs }: Disabling,
): Promise<boolean> {
  const isFailing = { $expr: { $lte: ['$failingSince', { $subtract: ['$$NOW', failingForMs] }] } };
  const guard: mongo.Filter<WebhookDocument> = {
    _id: webhookId,
    url,
    enabled: true,
    ...(failingForMs !== undefined && { failingSince: { $exists: true }, ...isFailing }),
  };
  const notice = { noticeId: { $literal: noticeId }, url: '$url', reason: { $literal: reason }, at: '$$NOW' };
  const notices = { $concatArrays: [{ $ifNull: ['$notices', []] }, [notice]] };
  const { modifiedCount } = await webhooks.updateOne(guard, [
    { $set: { enabled: false, disabledReason: { $literal: reason }, updatedAt: '$$NOW', notices } },
  ]);
  return modifiedCount === 1;
}

async function listNotices(webhooks: mongo.Collection<WebhookDocument>): Promise<Notice[]> {
  const found = await webhooks.find({ notices: { $exists: true } }).toArray();
  return found.flatMap(({ _id, url, notices = [] }) => notices.map((notice) => ({ webhookId: _id, url, ...notice })));
}

export const fromDocument = ({ _id, ...webhook }: WebhookDocument): Receiver => ({ webhookId: _id, ...webhook });
