import type { Mongo } from '@orders/shared/mongo';
import { collectionsOf } from './collections';

// Past this a number says nothing more to an operator, and counting on would cost more than it tells.
const countedAtMost = 100_000;

/** How many reservations are held, and since when: for metrics, by the index of held ones alone. */
export const createCountHeld =
  ({ database, now }: { database: Mongo; now: () => Date }) =>
  async () => {
    const { reservations } = collectionsOf(database);
    const filter = { state: 'held' as const };
    const [count, oldest] = await Promise.all([
      reservations.countDocuments(filter, { limit: countedAtMost, hint: 'held' }),
      reservations.findOne(filter, { sort: { heldAt: 1, _id: 1 }, projection: { heldAt: 1 }, hint: 'held' }),
    ]);
    const at = now().getTime();
    return { count, oldestAgeSeconds: Math.max(0, at - (oldest?.heldAt?.getTime() ?? at)) / 1_000 };
  };
