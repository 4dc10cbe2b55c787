import type { Mongo } from '@orders/shared/mongo';
import type { OutboxEntry } from '../domain/order';
import type { OrderDocument } from './order-document';

// Past this a number says nothing more to an operator, and counting on would cost more than it tells.
const countedAtMost = 100_000;
// While the queue is away all pending orders owe their message: past these, one that does not is not looked for.
const lookedAtAtMost = 1_000;

/** Counts what is open, each by an index as small as the open work: for metrics, every few seconds. */
export function createOpenWork({ database, now }: { database: Mongo; now: () => Date }) {
  const orders = () => database.collection<OrderDocument>('orders');
  const ageSeconds = (since: Date | undefined) =>
    since === undefined ? 0 : Math.max(0, now().getTime() - since.getTime()) / 1_000;

  async function pending() {
    const filter = { status: 'Pending' as const };
    const [count, oldest] = await Promise.all([
      orders().countDocuments(filter, { limit: countedAtMost, hint: 'all-by-status' }),
      orders().findOne(filter, { sort: { createdAt: 1, _id: 1 }, projection: { createdAt: 1 }, hint: 'all-by-status' }),
    ]);
    return { count, oldestAgeSeconds: ageSeconds(oldest?.createdAt) };
  }

  /** SQS does not tell the age of its oldest message; an order's message is there from its publishing until it is settled. */
  async function oldestPublished() {
    const [oldest] = await orders()
      .aggregate<Pick<OrderDocument, 'createdAt'>>(
        [
          { $match: { status: 'Pending' } },
          { $sort: { createdAt: 1, _id: 1 } },
          { $limit: lookedAtAtMost },
          { $match: { 'outbox.kind': { $ne: 'publish' } } },
          { $limit: 1 },
          { $project: { createdAt: 1 } },
        ],
        { hint: 'all-by-status' },
      )
      .toArray();
    return { oldestAgeSeconds: ageSeconds(oldest?.createdAt) };
  }

  async function owed(kind: OutboxEntry['kind']) {
    const filter = { 'outbox.kind': kind, 'outbox.at': { $exists: true } };
    const [count, oldest] = await Promise.all([
      orders().countDocuments(filter, { limit: countedAtMost, hint: 'outbox' }),
      orders().findOne(filter, { sort: { 'outbox.at': 1 }, projection: { outbox: 1 }, hint: 'outbox' }),
    ]);
    return { count, oldestAgeSeconds: ageSeconds(oldest?.outbox.find((entry) => entry.kind === kind)?.at) };
  }

  return async () => {
    const [waiting, published, publish, release] = await Promise.all([
      pending(),
      oldestPublished(),
      owed('publish'),
      owed('release'),
    ]);
    return { pending: waiting, published, owed: { publish, release } };
  };
}
