// Notes when each order was settled, from the outside.
import type { ChangeStreamUpdateDocument, Collection } from 'mongodb';
import { waitUntil } from '../local/system/wait.mts';
import type { OrderDocument } from './stores.mts';

const settled = [
  { $match: { operationType: 'update', 'updateDescription.updatedFields.status': 'Processed' } },
  { $project: { documentKey: 1 } },
];

export async function watchSettled(orders: Collection<OrderDocument>) {
  const settledAt = new Map<string, number>();
  const stream = orders.watch<OrderDocument, ChangeStreamUpdateDocument<OrderDocument>>(settled);
  stream.on('change', ({ documentKey }) => {
    settledAt.set(documentKey._id, performance.timeOrigin + performance.now());
  });
  // A stream that has not asked yet would miss what happens meanwhile.
  await waitUntil(() => stream.resumeToken != null, { timeoutMs: 10_000, everyMs: 10 });
  return {
    /** Waits for so many, and answers when each was seen, in milliseconds since the epoch. */
    close: async (wanted: number): Promise<Map<string, number>> => {
      await waitUntil(() => settledAt.size >= wanted, { timeoutMs: 10_000, everyMs: 10 });
      await stream.close();
      return settledAt;
    },
  };
}
