import { DomainError } from '@orders/shared/errors';
import type { Moment } from './list-stock';

/** Where a page of held reservations begins: after this one. */
export interface HeldPosition {
  heldAt: Date;
  orderId: string;
}

export interface HeldReservation extends HeldPosition {
  epoch: number;
}

export interface HeldPage {
  heldBefore: Date;
  after?: HeldPosition;
  limit: number;
  /** Now, where it is not given. */
  readAt?: Moment;
}

export interface ListHeldNeeds {
  listHeld: (page: HeldPage) => Promise<HeldReservation[]>;
}

export interface ListHeld {
  heldBefore: Date;
  pageSize: number;
  pageToken: string;
  /** A moment that ListStock returned; empty for now. */
  readAt: Moment;
}

/** A page of the reservations that have been held since before a time, oldest first. */
export const createListHeldReservations =
  ({ listHeld }: ListHeldNeeds) =>
  async (request: ListHeld): Promise<{ reservations: HeldReservation[]; nextPageToken: string }> => {
    const { heldBefore, pageSize, pageToken, readAt } = request;
    const after = pageToken === '' ? undefined : readToken(pageToken);
    const found = await listHeld({
      heldBefore,
      limit: pageSize + 1,
      ...(after && { after }),
      ...(readAt !== '' && { readAt }),
    });
    const reservations = found.slice(0, pageSize);
    const last = reservations.at(-1);
    return { reservations, nextPageToken: last && found.length > pageSize ? writeToken(last) : '' };
  };

const writeToken = ({ heldAt, orderId }: HeldPosition): string => `${String(heldAt.getTime())}.${orderId}`;

function readToken(token: string): HeldPosition {
  const [, heldAt, orderId] = /^(\d{1,15})\.(.+)$/.exec(token) ?? [];
  if (heldAt === undefined || orderId === undefined) {
    throw new DomainError('INVALID', { code: 'VALIDATION_FAILED', message: 'the page token is not valid' });
  }
  return { heldAt: new Date(Number(heldAt)), orderId };
}
