interface Taking {
  orderId: string;
  epoch: number;
}

export interface ExpireReservationsNeeds {
  inventory: {
    listHeld: (heldBefore: Date, pageToken: string) => Promise<{ reservations: Taking[]; nextPageToken: string }>;
    expire: (expiries: Taking[]) => Promise<number>;
  };
  voids: {
    withoutOrder: (takings: Taking[]) => Promise<Taking[]>;
    fence: (takings: Taking[]) => Promise<Taking[]>;
  };
  /** Life of a reservation without an order, in milliseconds. */
  lifeMs: number;
  now: () => Date;
}

/**
 * Gives the stock of old reservations without an order back, and answers of how many. A Void is written first, so that
 * no late order can be stored on what is released; a reservation with an order is left alone, however old it is.
 */
export const createExpireReservations =
  ({ inventory, voids, lifeMs, now }: ExpireReservationsNeeds) =>
  async (): Promise<number> => {
    const heldBefore = new Date(now().getTime() - lifeMs);
    let expired = 0;
    let pageToken = '';
    do {
      const page = await inventory.listHeld(heldBefore, pageToken);
      const orphans = await voids.withoutOrder(page.reservations);
      const fenced = orphans.length > 0 ? await voids.fence(orphans) : [];
      if (fenced.length > 0) expired += await inventory.expire(fenced);
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
    return expired;
  };
