import type { ReservationAttempt } from '../domain/order';

interface HeldPage {
  reservations: ReservationAttempt[];
  nextPageToken: string;
}

export interface ExpireReservationsNeeds {
  inventory: {
    listHeld: (heldBefore: Date, pageToken: string) => Promise<HeldPage>;
    expire: (attempts: ReservationAttempt[]) => Promise<number>;
  };
  tombstones: {
    findOrphans: (attempts: ReservationAttempt[]) => Promise<ReservationAttempt[]>;
    /** Answers those that no order can be stored for any more. */
    writeTombstones: (attempts: ReservationAttempt[]) => Promise<ReservationAttempt[]>;
  };
  /** How long a reservation without an order lives, in milliseconds. */
  lifeMs: number;
  now: () => Date;
}

/**
 * Gives the stock of old reservations without an order back; answers how many. Their tombstones are written first, so
 * that no late order can be stored on released stock. A reservation with an order stays, however old it is.
 */
export const createExpireReservations =
  ({ inventory, tombstones, lifeMs, now }: ExpireReservationsNeeds) =>
  async (): Promise<number> => {
    const heldBefore = new Date(now().getTime() - lifeMs);
    let expired = 0;
    let pageToken = '';
    do {
      const page = await inventory.listHeld(heldBefore, pageToken);
      const orphans = await tombstones.findOrphans(page.reservations);
      const expirable = orphans.length > 0 ? await tombstones.writeTombstones(orphans) : [];
      if (expirable.length > 0) expired += await inventory.expire(expirable);
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
    return expired;
  };
