import { randomUUID } from 'node:crypto';
import type { Log } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';
import type { OperatorAct } from '../domain/operator-act';

interface OperatorActDocument extends OperatorAct {
  _id: string;
  at: Date;
  /** Absent where the act never came to its end. */
  outcome?: string;
}

/** The audit log of what operators did; nothing of it is ever deleted. */
export const createOperatorActs = ({ mongo, log, now }: { mongo: Mongo; log: Log; now: () => Date }) => ({
  /** Notes an act before it is done; answers how to note what came of it. */
  note: async (act: OperatorAct): Promise<(outcome: string) => Promise<void>> => {
    const acts = () => mongo.collection<OperatorActDocument>('operator_acts');
    const _id = randomUUID();
    await acts().insertOne({ _id, at: now(), ...act });
    log.warn(act, 'operator acts');
    return async (outcome) => {
      await acts().updateOne({ _id }, { $set: { outcome } });
      log.warn({ ...act, outcome }, 'operator acted');
    };
  },
});
