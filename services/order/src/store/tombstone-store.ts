import type { Mongo } from '@orders/shared/mongo';
import type { ReservationAttempt } from '../domain/order';
import { isOrder, orderCollection } from './schemas';

// Longer than a message can live in the queue and its dead-letter queue (44 days), and shorter than a reservation (60).
const retentionMs = 45 * 86_400_000;

/** Tombstones decide between a late order and the expiry of its reservation: one of the two is stored, never both. */
export function createTombstoneStore(mongo: Mongo) {
  const documents = () => mongo.collection(orderCollection);
  const findStored = async (attempts: ReservationAttempt[]) =>
    documents()
      .find({ _id: { $in: attempts.map(({ orderId }) => orderId) } }, { projection: { status: 1, void: 1, epoch: 1 } })
      .toArray();

  return {
    /** Those without an order. */
    findOrphans: async (attempts: ReservationAttempt[]): Promise<ReservationAttempt[]> => {
      const stored = await findStored(attempts);
      const ordered = new Set(stored.filter(isOrder).map(({ _id }) => _id));
      return attempts.filter(({ orderId }) => !ordered.has(orderId));
    },

    /**
     * Writes a tombstone under each id that has no order, then reads what a majority holds: answers the attempts that no
     * order can be stored for any more.
     */
    writeTombstones: async (attempts: ReservationAttempt[]): Promise<ReservationAttempt[]> => {
      await documents().bulkWrite(
        attempts.map(({ orderId, epoch }) => ({
          updateOne: { filter: { _id: orderId }, update: tombstoneUnlessOrder(epoch), upsert: true },
        })),
        { ordered: false },
      );
      const epochs = new Map<string, number>();
      for (const document of await findStored(attempts)) {
        if (!isOrder(document)) epochs.set(document._id, document.epoch);
      }
      return attempts.filter(({ orderId, epoch }) => (epochs.get(orderId) ?? 0) >= epoch);
    },
  };
}

export type TombstoneStore = ReturnType<typeof createTombstoneStore>;

// One write that decides by what it finds: an order stays as it is, anything else becomes a tombstone of the greater epoch.
const tombstoneUnlessOrder = (epoch: number) => [
  {
    $replaceWith: {
      $cond: [
        { $eq: [{ $type: '$status' }, 'missing'] },
        {
          _id: '$_id',
          void: true,
          epoch: { $max: ['$epoch', epoch] },
          at: '$$NOW',
          purgeAt: { $add: ['$$NOW', retentionMs] },
        },
        '$$ROOT',
      ],
    },
  },
];
