import { randomUUID } from 'node:crypto';
import type { Log } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';
import type { NotedAct, OperatorAct } from './operator-act';

/** The audit log of what operators did; nothing of it is ever deleted. */
export const createOperatorActs = ({ mongo, log, now }: { mongo: Mongo; log: Log; now: () => Date }) => ({
  /** At most so many, the newest first. */
  newest: (limit: number): Promise<NotedAct[]> =>
    mongo.collection<NotedAct>('operator_acts').find().sort({ at: -1 }).limit(limit).toArray(),
  /** Notes an act before it is done; answers how to note what came of it. */
  note: async (act: OperatorAct): Promise<(outcome: string) => Promise<void>> => {
    const acts = () => mongo.collection<NotedAct & { _id: string }>('operator_acts');
    const _id = randomUUID();
    await acts().insertOne({ _id, at: now(), ...act });
    log.warn(act, 'operator acts');
    return async (outcome) => {
      await acts().updateOne({ _id }, { $set: { outcome } });
      log.warn({ ...act, outcome }, 'operator acted');
    };
  },
});
