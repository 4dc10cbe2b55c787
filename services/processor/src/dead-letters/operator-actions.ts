import { randomUUID } from 'node:crypto';
import { defineCollection } from '@orders/shared/collection';
import type { Log } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';

/** What an operator does to dead letters. */
export interface OperatorAction {
  act: 'redrive' | 'discard';
  operator: string;
  /** The message and order it is about, where it is about one. */
  messageId?: string;
  orderId?: string;
  reason?: string;
}

/** An action in the audit log. */
export interface RecordedAction extends OperatorAction {
  at: Date;
  /** Absent where the action was never completed. */
  outcome?: string;
}

export const operatorActionCollection = defineCollection<RecordedAction & { _id: string }>({
  name: 'operator_acts',
  holds: 'What operators did to dead letters: the audit log, kept for good.',
  fields: {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    act: { type: String, required: true, enum: ['redrive', 'discard'] },
    operator: { type: String, required: true, minlength: 1, maxlength: 100 },
    messageId: { type: String },
    orderId: { type: String },
    reason: { type: String },
    outcome: { type: String },
  },
  indexes: [{ name: 'newest', key: { at: -1 }, reason: 'lists the newest actions' }],
});

/** The audit log of operators' actions; nothing in it is ever deleted. */
export const createOperatorActions = ({ mongo, log, now }: { mongo: Mongo; log: Log; now: () => Date }) => ({
  /** The newest actions first. */
  newest: (limit: number): Promise<RecordedAction[]> =>
    mongo.collection(operatorActionCollection).find().sort({ at: -1 }).limit(limit).toArray(),
  /** Records an action before it is carried out; the answer records its outcome. */
  record: async (action: OperatorAction): Promise<(outcome: string) => Promise<void>> => {
    const actions = mongo.collection(operatorActionCollection);
    const _id = randomUUID();
    await actions.insertOne({ _id, at: now(), ...action });
    log.warn(action, 'operator action started');
    return async (outcome) => {
      await actions.updateOne({ _id }, { $set: { outcome } });
      log.warn({ ...action, outcome }, 'operator action completed');
    };
  },
});

export type OperatorActions = ReturnType<typeof createOperatorActions>;
