import type { ReserveAnswer } from '@orders/proto/reserve-answer';
import type { AnswerTo, RequestOf } from '../domain/stock-request';
import type { StockQueue } from './run-batch';

export interface ReservationRequest extends Omit<RequestOf<'reserve'>, 'kind' | 'currency'> {
  /** When its caller stops waiting, in milliseconds since the epoch. */
  deadline: number;
}

export interface ReserveStockNeeds {
  stockQueue: Pick<StockQueue, 'submit'>;
  /** The one currency of the shop. */
  currency: string;
  countOutcome: (outcome: ReserveAnswer['outcome']) => void;
}

/** Takes the stock of each order or nothing of it; each is answered on its own, at its place. */
export const createReserveStock =
  ({ stockQueue, currency, countOutcome }: ReserveStockNeeds) =>
  async (reservations: ReservationRequest[]): Promise<ReserveAnswer[]> => {
    const answers = await stockQueue.submit<'reserve'>(
      reservations.map(({ deadline, ...reservation }) => ({
        request: { kind: 'reserve', currency, ...reservation },
        deadline,
      })),
    );
    for (const { outcome } of answers) countOutcome(outcome);
    return answers;
  };

type Needs = Pick<StockQueue, 'submitAll'>;

/** Makes held reservations final; the outcomes are at the places of the ids. */
export const createCommitReservations =
  ({ submitAll }: Needs) =>
  async (orderIds: string[], deadline: number): Promise<AnswerTo['commit']['outcome'][]> => {
    const requests = orderIds.map((orderId) => ({ kind: 'commit', orderId }) as const);
    return (await submitAll<'commit'>(requests, deadline)).map(({ outcome }) => outcome);
  };

/** Gives the stock of cancelled orders back and closes their ids. */
export const createReleaseReservations =
  ({ submitAll }: Needs) =>
  async (orderIds: string[], deadline: number): Promise<void> => {
    const requests = orderIds.map((orderId) => ({ kind: 'release', orderId }) as const);
    await submitAll<'release'>(requests, deadline);
  };

/** Gives stock back where it is still held in the named epoch; returns for how many reservations. */
export const createExpireReservations =
  ({ submitAll }: Needs) =>
  async (expiries: { orderId: string; epoch: number }[], deadline: number): Promise<number> => {
    const requests = expiries.map((expiry) => ({ kind: 'expire', ...expiry }) as const);
    const answers = await submitAll<'expire'>(requests, deadline);
    return answers.filter(({ outcome }) => outcome === 'expired').length;
  };
