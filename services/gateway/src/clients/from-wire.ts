import { fromTimestamp } from '@orders/shared/timestamp';

/** A timestamp as clients see it; null where there is none. */
export const isoTime = (timestamp: Parameters<typeof fromTimestamp>[0]): string | null =>
  fromTimestamp(timestamp)?.toISOString() ?? null;

/** A text that is empty on the wire where there is none. */
export const textOrNull = (text: string): string | null => (text === '' ? null : text);
