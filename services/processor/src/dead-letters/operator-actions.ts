import {
  compareAuditEntries,
  olderThan,
  operatorActor,
  type AuditEntry,
  type AuditLog,
  type AuditPosition,
} from '@orders/shared/audit-log';
import { defineCollection } from '@orders/shared/collection';
import { DomainError } from '@orders/shared/errors';
import type { Log } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';
import { requestContext } from '@orders/shared/request-context';

/** What an operator or an admin does to dead letters and to orders. */
export interface OperatorAction {
  act: 'redrive' | 'discard' | 'fail';
  operator: string;
  /** The same id is carried out once; empty for an action that is not repeated. */
  operationId: string;
  /** The message and order it is about, where it is about one. */
  messageId?: string;
  orderId?: string;
  reason?: string;
}

/** Records an action before it is carried out; the answer records its outcome, and its result where it succeeded. */
export type RecordAction = (action: OperatorAction) => Promise<(outcome: string, result?: object) => Promise<void>>;

/** An action in the audit log. */
export interface RecordedAction extends Omit<OperatorAction, 'operationId'> {
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
  const record: RecordAction = async ({ operationId, ...action }) => {
    // An admin is known by the request; an operator has none.
    const { actor } = requestContext() ?? {};
    const named = { ...(actor !== undefined && { actor }), ...(operationId !== '' && { id: operationId }) };
    const id = await auditLog.record({ ...entryOf(action), ...named });
    log.warn(action, 'operator action started');
    return async (outcome, result) => {
      await auditLog.complete(id, { outcome, ...(result && { result }) });
      log.warn({ ...action, outcome }, 'operator action completed');
    };
  };
  return {
    list,
    /** The newest actions first. */
    newest: async (limit: number): Promise<RecordedAction[]> =>
      (await list(undefined, limit)).filter(({ action }) => action.startsWith(prefix)).map(actionOf),
    record,
    /** The result of an action whose operation was carried out before; undefined where it was not, or did not succeed. */
    findResult: async ({ operationId, ...action }: OperatorAction): Promise<object | undefined> => {
      const before = await auditLog.find(operationId);
      if (before && !isSame(before, entryOf(action))) throw keyReused();
      return (before?.after as { result?: object } | undefined)?.result;
    },
  };
};

export type OperatorActions = ReturnType<typeof createOperatorActions>;

const prefix = 'dead-letter.';
const anyMessage = 'any message';

function entryOf({ operator, reason, outcome, ...action }: Omit<RecordedAction, 'at'>) {
  const { orderId, ...named } = namesOf(action);
  const about = { ...(orderId !== undefined && { orderId }), ...(reason !== undefined && { reason }) };
  return {
    actor: operatorActor(operator),
    ...named,
    ...(Object.keys(about).length > 0 && { before: about }),
    ...(outcome !== undefined && { after: { outcome } }),
  };
}

/** What is done to what: to an order, or to a message that may have one. */
const namesOf = ({ act, messageId = anyMessage, orderId }: Pick<RecordedAction, 'act' | 'messageId' | 'orderId'>) =>
  act === 'fail'
    ? { action: 'order.fail', subject: orderId ?? '', orderId: undefined }
    : { action: `${prefix}${act}`, subject: messageId, orderId };

type Entry = Pick<AuditEntry, 'action' | 'subject' | 'before'>;

const isSame = (one: Entry, other: Entry) =>
  one.action === other.action && one.subject === other.subject && reasonOf(one) === reasonOf(other);

const reasonOf = ({ before }: Entry) => (before as { reason?: string } | undefined)?.reason;

const keyReused = () =>
  new DomainError('CONFLICT', {
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: 'the idempotency key was used with another request',
  });

const actionOf = ({ at, actor, action, subject, before, after }: AuditEntry): RecordedAction => ({
  at,
  act: action.slice(prefix.length) as RecordedAction['act'],
  operator: actor.startsWith(operatorActor('')) ? actor.slice(operatorActor('').length) : actor,
  ...(subject !== anyMessage && { messageId: subject }),
  ...before,
  ...after,
});
