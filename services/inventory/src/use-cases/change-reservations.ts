import type { ReserveAnswer, RequestOf } from '../domain/stock-request';
import type { StockDesk } from './stock-queue';

export interface ReservationRequest extends Omit<RequestOf<'reserve'>, 'kind'> {
  giveUpAt: number;
}

export type ReservationAnswer = ReserveAnswer | { outcome: 'timed out' };

export interface ReserveStockNeeds {
  desk: Pick<StockDesk, 'askEach'>;
  countOutcome: (outcome: ReservationAnswer['outcome']) => void;
}

/** Takes the stock of each order or nothing of it; each is answered by itself, at its place. */
export const createReserveStock =
  ({ desk, countOutcome }: ReserveStockNeeds) =>
  async (reservations: ReservationRequest[]): Promise<ReservationAnswer[]> => {
    const answers = await desk.askEach<'reserve'>(
      reservations.map(({ giveUpAt, ...reservation }) => ({ request: { kind: 'reserve', ...reservation }, giveUpAt })),
    );
    for (const { outcome } of answers) countOutcome(outcome);
    return answers;
  };
