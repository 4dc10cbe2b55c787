import {
  compareAuditEntries,
  olderThan,
  operatorActor,
  type AuditEntry,
  type AuditLog,
  type AuditPosition,
} from '@orders/shared/audit-log';
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
  holds: 'What operators did to dead letters before there was `audit_log`; only read.',
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

export interface OperatorActionsNeeds {
  mongo: Pick<Mongo, 'collection'>;
  auditLog: AuditLog;
  log: Pick<Log, 'warn'>;
}

/** Operators' actions on dead letters in the audit log. */
export const createOperatorActions = ({ mongo, auditLog, log }: OperatorActionsNeeds) => {
  /** Entries of the audit log and of the earlier one together, newest first. */
  const list = async (after: AuditPosition | undefined, limit: number): Promise<AuditEntry[]> => {
    const earlier = mongo.collection(operatorActionCollection).find(olderThan(after)).sort({ at: -1 });
    const [entries, actions] = await Promise.all([auditLog.list(after, limit), earlier.limit(limit).toArray()]);
    const known = actions.map(({ _id, at, ...action }) => ({ ...entryOf(action), id: _id, at }));
    return [...entries, ...known].sort(compareAuditEntries).slice(0, limit);
  };
  return {
    list,
    /** The newest actions first. */
    newest: async (limit: number): Promise<RecordedAction[]> =>
      (await list(undefined, limit)).filter(({ action }) => action.startsWith(prefix)).map(actionOf),
    /** Records an action before it is carried out; the answer records its outcome. */
    record: async (action: OperatorAction): Promise<(outcome: string) => Promise<void>> => {
      const id = await auditLog.record(entryOf(action));
      log.warn(action, 'operator action started');
      return async (outcome) => {
        await auditLog.complete(id, { outcome });
        log.warn({ ...action, outcome }, 'operator action completed');
      };
    },
  };
};

export type OperatorActions = ReturnType<typeof createOperatorActions>;

const prefix = 'dead-letter.';
const anyMessage = 'any message';

function entryOf({ act, operator, messageId = anyMessage, orderId, reason, outcome }: Omit<RecordedAction, 'at'>) {
  const about = { ...(orderId !== undefined && { orderId }), ...(reason !== undefined && { reason }) };
  return {
    actor: operatorActor(operator),
    action: `${prefix}${act}`,
    subject: messageId,
    ...(Object.keys(about).length > 0 && { before: about }),
    ...(outcome !== undefined && { after: { outcome } }),
  };
}

const actionOf = ({ at, actor, action, subject, before, after }: AuditEntry): RecordedAction => ({
  at,
  act: action.slice(prefix.length) as RecordedAction['act'],
  operator: actor.slice(operatorActor('').length),
  ...(subject !== anyMessage && { messageId: subject }),
  ...before,
  ...after,
});
