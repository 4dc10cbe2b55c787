import type { Mongo } from '@orders/shared/mongo';
import type { OutboxEntry } from '../domain/order';
import { onlyOrderCollection, type OrderDocument } from './schemas';

// A larger number would not help an operator more, and counting on would be slow.
const maxCount = 100_000;
// While the queue is unavailable all pending orders have their messages in outboxes: past these nothing is looked for.
const maxScanned = 1_000;

/** Counts open work for metrics, by indexes that hold hardly more than that. */
export function createOpenWork({ mongo, now }: { mongo: Mongo; now: () => Date }) {
  const orders = () => mongo.collection(onlyOrderCollection);
  const ageSeconds = (since: Date | undefined) =>
    since === undefined ? 0 : Math.max(0, now().getTime() - since.getTime()) / 1_000;

  async function countPending() {
    const filter = { status: 'Pending' as const };
    const [count, oldest] = await Promise.all([
      orders().countDocuments(filter, { limit: maxCount, hint: 'all-by-status' }),
      orders().findOne(filter, { sort: { createdAt: 1, _id: 1 }, projection: { createdAt: 1 }, hint: 'all-by-status' }),
    ]);
    return { count, oldestAgeSeconds: ageSeconds(oldest?.createdAt) };
  }

  /** SQS does not report the age of its oldest message; a message is in the queue from its publishing until it is settled. */
  async function findOldestPublished() {
    const [oldest] = await orders()
      .aggregate<Pick<OrderDocument, 'createdAt'>>(
        [
          { $match: { status: 'Pending' } },
          { $sort: { createdAt: 1, _id: 1 } },
          { $limit: maxScanned },
          { $match: { 'outbox.kind': { $ne: 'publish' } } },
          { $limit: 1 },
          { $project: { createdAt: 1 } },
        ],
        { hint: 'all-by-status' },
      )
      .toArray();
    return { oldestAgeSeconds: ageSeconds(oldest?.createdAt) };
  }

  async function countEntries(kind: OutboxEntry['kind']) {
    const filter = { 'outbox.kind': kind, 'outbox.at': { $exists: true } };
    const [count, oldest] = await Promise.all([
      orders().countDocuments(filter, { limit: maxCount, hint: 'outbox' }),
      orders().findOne(filter, { sort: { 'outbox.at': 1 }, projection: { outbox: 1 }, hint: 'outbox' }),
    ]);
    return { count, oldestAgeSeconds: ageSeconds(oldest?.outbox.find((entry) => entry.kind === kind)?.at) };
  }

  return async () => {
    const [pending, published, publish, release] = await Promise.all([
      countPending(),
      findOldestPublished(),
      countEntries('publish'),
      countEntries('release'),
    ]);
    return { pending, published, outbox: { publish, release } };
  };
}
