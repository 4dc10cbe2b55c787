import type { Response } from 'express';
import type { StreamPlaces } from './stream-places';

export interface DownloadsNeeds {
  places: StreamPlaces;
  /** How long a reader may leave what was written unread. */
  stallMs: number;
}

/** Writes an answer of unknown length in a place of the user. */
export type Download = (userId: string, response: Response, write: () => Promise<void>) => Promise<void>;

const renewMs = 15_000;

/** The places for downloads; one is kept for three renewals, so that two may be lost. */
export const downloadPlaces = { what: 'exports', max: 2, keyPrefix: 'downloads', leaseMs: 3 * renewMs };

/** Bounds answers that are written as fast as they are read, for as long as they are read. */
export const createDownloads =
  ({ places, stallMs }: DownloadsNeeds): Download =>
  async (userId, response, write) => {
    const place = await places.take(userId);
    const renewal = setInterval(() => place.renew(), renewMs);
    // The socket is idle too while the next part is being read from the services, which have limits of their own.
    response.setTimeout(stallMs, () => {
      if (response.writableLength > 0) response.destroy();
    });
    try {
      await write();
    } finally {
      clearInterval(renewal);
      place.free();
    }
  };
