import type { AuditEntryOutput } from '@orders/proto/audit/v1/AuditEntry';
import { isoTime, textOrNull } from './from-wire';

/** An administrative act as admins see it. */
export interface AuditEntry {
  id: string;
  at: string;
  actor: string;
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
  requestId: string | null;
}

/** A page of the acts that one service did, newest first, after the entry that the cursor names. */
export type ListAuditEntries = (page: { limit: number; cursor: string }) => Promise<AuditEntry[]>;

type ListCall = (request: { pageSize: number; pageToken: string }) => Promise<{ entries: AuditEntryOutput[] }>;

export const createListAuditEntries =
  (call: ListCall): ListAuditEntries =>
  async ({ limit, cursor }) =>
    (await call({ pageSize: limit, pageToken: cursor })).entries.map(toAuditEntry);

const toAuditEntry = ({ entryId, at, beforeJson, afterJson, requestId, ...entry }: AuditEntryOutput): AuditEntry => ({
  id: entryId,
  at: isoTime(at) ?? '',
  actor: entry.actor,
  action: entry.action,
  subject: entry.subject,
  before: jsonOrNull(beforeJson),
  after: jsonOrNull(afterJson),
  requestId: textOrNull(requestId),
});

const jsonOrNull = (text: string): unknown => (text === '' ? null : JSON.parse(text));
