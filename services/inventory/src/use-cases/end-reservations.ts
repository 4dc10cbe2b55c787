import type { AnswerTo } from '../domain/stock-request';
import type { StockDesk } from './stock-queue';

type Needs = Pick<StockDesk, 'askAll'>;

/** Makes held reservations final; the outcomes are at the places of the ids. */
export const createCommitReservations =
  ({ askAll }: Needs) =>
  async (orderIds: string[], giveUpAt: number): Promise<AnswerTo['commit']['outcome'][]> => {
    const answers = await askAll<'commit'>(
      orderIds.map((orderId) => ({ kind: 'commit', orderId })),
      giveUpAt,
    );
    return answers.map(({ outcome }) => outcome);
  };

/** Gives the stock of cancelled orders back and closes their ids. */
export const createReleaseReservations =
  ({ askAll }: Needs) =>
  async (orderIds: string[], giveUpAt: number): Promise<void> => {
    await askAll<'release'>(
      orderIds.map((orderId) => ({ kind: 'release', orderId })),
      giveUpAt,
    );
  };

/** Gives the stock of the named takings back where they still hold it, and says of how many. */
export const createExpireReservations =
  ({ askAll }: Needs) =>
  async (expiries: { orderId: string; epoch: number }[], giveUpAt: number): Promise<number> => {
    const answers = await askAll<'expire'>(
      expiries.map((expiry) => ({ kind: 'expire', ...expiry })),
      giveUpAt,
    );
    return answers.filter(({ outcome }) => outcome === 'expired').length;
  };
