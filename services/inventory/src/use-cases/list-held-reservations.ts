import { DomainError } from '@orders/shared/errors';

interface Position {
  heldAt: Date;
  orderId: string;
}

interface Held extends Position {
  epoch: number;
}

export interface ListHeldNeeds {
  readHeld: (page: { heldBefore: Date; after?: Position; limit: number; readAt?: string }) => Promise<Held[]>;
}

export interface ListHeld {
  heldBefore: Date;
  pageSize: number;
  pageToken: string;
  /** A moment that a list of stock named; empty for now. */
  readAt: string;
}

/** A page of the reservations that are held since before a time, oldest first. */
export const createListHeldReservations =
  ({ readHeld }: ListHeldNeeds) =>
  async ({
    heldBefore,
    pageSize,
    pageToken,
    readAt,
  }: ListHeld): Promise<{ reservations: Held[]; nextPageToken: string }> => {
    const after = pageToken === '' ? undefined : readToken(pageToken);
    const found = await readHeld({
      heldBefore,
      limit: pageSize + 1,
      ...(after && { after }),
      ...(readAt !== '' && { readAt }),
    });
    const reservations = found.slice(0, pageSize);
    const last = reservations.at(-1);
    return { reservations, nextPageToken: last && found.length > pageSize ? writeToken(last) : '' };
  };

const writeToken = ({ heldAt, orderId }: Position): string => `${String(heldAt.getTime())}.${orderId}`;

function readToken(token: string): Position {
  const [, heldAt, orderId] = /^(\d{1,15})\.(.+)$/.exec(token) ?? [];
  if (heldAt === undefined || orderId === undefined) {
    throw new DomainError('INVALID', { code: 'VALIDATION_FAILED', message: 'the page token is not one of ours' });
  }
  return { heldAt: new Date(Number(heldAt)), orderId };
}
