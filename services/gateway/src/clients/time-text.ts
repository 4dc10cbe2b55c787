import { fromTimestamp } from '@orders/shared/timestamp';

/** A time of the wire as clients see it; null where there is none. */
export const timeText = (at: Parameters<typeof fromTimestamp>[0]): string | null =>
  fromTimestamp(at)?.toISOString() ?? null;
