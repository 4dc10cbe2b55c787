import { unavailable } from '@orders/shared/errors';
import type { AnswerTo, RequestKind, RequestOf } from '../domain/stock-request';
import type { EntryAnswer, StockEntry } from './run-batch';

export interface StockDeskNeeds {
  /** Answers at the places of the entries; rejects when too many are waiting. */
  submitAll: (entries: StockEntry[]) => Promise<EntryAnswer[]>;
}

/** A request with the time until which its caller waits. */
export interface Asked<Kind extends RequestKind> {
  request: RequestOf<Kind>;
  giveUpAt: number;
}

/** Where requests on stock are handed in: those that arrive together are decided and written together. */
export const createStockDesk = ({ submitAll }: StockDeskNeeds) => ({
  /** Requests of one kind; one that was not decided in time is answered so. */
  askEach: async <Kind extends RequestKind>(
    asked: Asked<Kind>[],
  ): Promise<(AnswerTo[Kind] | { outcome: 'timed out' })[]> =>
    (await submitAll(asked)) as (AnswerTo[Kind] | { outcome: 'timed out' })[],

  /** As `askEach`, for callers that cannot use a part of the answers. */
  askAll: async <Kind extends RequestKind>(requests: RequestOf<Kind>[], giveUpAt: number) => {
    const answers = await submitAll(requests.map((request) => ({ request, giveUpAt })));
    if (answers.some(({ outcome }) => outcome === 'timed out')) throw unavailable('it was not decided in time');
    return answers as AnswerTo[Kind][];
  },
});

export type StockDesk = ReturnType<typeof createStockDesk>;
