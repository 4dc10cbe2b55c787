import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import mongoose, { type mongo } from 'mongoose';
import { defineCollection } from './collection';
import { invalidCursor } from './errors';
import { isDuplicateKey, type Mongo } from './mongo';
import { requestContext } from './request-context';

/** One administrative act: who changed what, when, and how it was before and after. */
export interface AuditEntry {
  id: string;
  at: Date;
  /** The id of a user, never a name; `operator:<name>` for commands, whose users have no account. */
  actor: string;
  /** As `product.restock`. */
  action: string;
  /** What it was done to, as `prod1`. */
  subject: string;
  /** Absent where there was nothing. */
  before?: object;
  /** Absent where nothing is left, or where an act that takes more than one write did not finish. */
  after?: object;
  requestId?: string;
}

/** What the one who acts has to say; the rest is known of the request. */
export type AuditedAct = Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'> & {
  actor?: string;
  /** Of an act that may be repeated under it: it has one entry. */
  id?: string;
};

type AuditDocument = Omit<AuditEntry, 'id'> & { _id: string };

const retentionDays = 400;
const text = { type: String, required: true, minlength: 1 };

export const auditLogCollection = defineCollection<AuditDocument>({
  name: 'audit_log',
  holds: `What admins and operators changed, for ${String(retentionDays)} days: who, what, before and after`,
  fields: {
    _id: text,
    at: { type: Date, required: true },
    actor: { ...text, maxlength: 120 },
    action: { ...text, maxlength: 64 },
    subject: { ...text, maxlength: 256 },
    before: { type: mongoose.Schema.Types.Mixed },
    after: { type: mongoose.Schema.Types.Mixed },
    requestId: { type: String },
  },
  indexes: [
    { name: 'newest', key: { at: -1, _id: -1 }, reason: 'pages through the log, newest first' },
    {
      name: 'purge',
      key: { at: 1 },
      expireAfterSeconds: retentionDays * 86_400,
      reason: `the database deletes an entry after ${String(retentionDays)} days`,
    },
  ],
});

/** Who acts in the present request, and in which. */
export function currentActor(): Pick<AuditEntry, 'actor' | 'requestId'> {
  const { actor, requestId } = requestContext() ?? {};
  return { actor: actor ?? 'unknown', ...(requestId !== undefined && { requestId }) };
}

/** The actor of a command: the user of this machine, who has no account. */
export function operatorActor(name = userName()): string {
  return `operator:${name}`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under an id that no user has.
    return 'unknown';
  }
}

export const toAuditDocument = ({ id, ...entry }: AuditEntry): AuditDocument => ({ _id: id, ...entry });
const fromAuditDocument = ({ _id, ...entry }: AuditDocument): AuditEntry => ({ id: _id, ...entry });

export interface AuditLogNeeds {
  mongo: Pick<Mongo, 'collection'>;
  newId: () => string;
  now: () => Date;
}

/** The audit log of a service, in its own database. */
export function createAuditLog({ mongo, newId, now }: AuditLogNeeds) {
  const entries = () => mongo.collection(auditLogCollection);
  const entryOf = (act: AuditedAct): AuditEntry => ({ id: newId(), at: now(), ...currentActor(), ...act });
  return {
    /** Records an act by whoever makes the present request, in the transaction of the act where a session is given. */
    record: async (act: AuditedAct, session?: mongo.ClientSession): Promise<string> => {
      const entry = entryOf(act);
      try {
        await entries().insertOne(toAuditDocument(entry), { ignoreUndefined: true, ...(session && { session }) });
      } catch (error) {
        if (act.id === undefined || !isDuplicateKey(error)) throw error;
      }
      return entry.id;
    },

    find: async (id: string): Promise<AuditEntry | undefined> => {
      const document = await entries().findOne({ _id: id });
      return document ? fromAuditDocument(document) : undefined;
    },

    recordAll: async (acts: AuditedAct[]): Promise<void> => {
      if (acts.length === 0) return;
      const documents = acts.map((act) => toAuditDocument(entryOf(act)));
      await entries().insertMany(documents, { ignoreUndefined: true, ordered: false });
    },

    /** Adds how it is after an act that was recorded before it began, because it takes more than one write. */
    complete: async (id: string, after: object): Promise<void> => {
      await entries().updateOne({ _id: id }, { $set: { after } });
    },

    /** The newest entries first. */
    list: async (after: AuditPosition | undefined, limit: number): Promise<AuditEntry[]> =>
      (await entries().find(olderThan(after)).sort({ at: -1, _id: -1 }).limit(limit).toArray()).map(fromAuditDocument),
  };
}

export type AuditLog = ReturnType<typeof createAuditLog>;

/** The audit log for a command. */
export const createCommandAuditLog = (mongo: AuditLogNeeds['mongo']): AuditLog =>
  createAuditLog({ mongo, newId: randomUUID, now: () => new Date() });

/** A place in the order of the log, which is the same in all services: after this entry. */
export type AuditPosition = Pick<AuditEntry, 'id' | 'at'>;

export const olderThan = (after: AuditPosition | undefined) =>
  after ? { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }] } : {};

/** Whether one entry stands before another, newest first. */
export const compareAuditEntries = (left: AuditPosition, right: AuditPosition): number =>
  right.at.getTime() - left.at.getTime() || (left.id < right.id ? 1 : -1);

export const auditPageToken = ({ at, id }: AuditPosition): string =>
  Buffer.from(`${String(at.getTime())} ${id}`).toString('base64url');

/** The position that a token names; undefined for the first page. */
export function auditPositionOf(pageToken: string): AuditPosition | undefined {
  if (pageToken === '') return undefined;
  const [, at, id] = /^(\d{1,15}) (\S{1,100})$/.exec(Buffer.from(pageToken, 'base64url').toString('utf8')) ?? [];
  if (at !== undefined && id !== undefined) return { at: new Date(Number(at)), id };
  throw invalidCursor();
}
