import type { AuditEntry as AuditMessage } from '@orders/proto/audit/v1/AuditEntry';
import { z } from 'zod';
import { auditPositionOf, type AuditEntry, type AuditLog } from './audit-log';
import { parse } from './parse';
import { toTimestamp } from './timestamp';

const listRequest = z.object({ pageSize: z.number().int().min(1).max(100), pageToken: z.string().max(200) });

/** The RPC ListAuditEntries, which every service with an audit log has. */
export const createListAuditEntries =
  ({ list }: Pick<AuditLog, 'list'>) =>
  async (request: object): Promise<{ entries: AuditMessage[] }> => {
    const { pageSize, pageToken } = parse(listRequest, request);
    return { entries: (await list(auditPositionOf(pageToken), pageSize)).map(toMessage) };
  };

const toMessage = ({ id, at, before, after, requestId = '', ...entry }: AuditEntry): AuditMessage => ({
  ...entry,
  entryId: id,
  at: toTimestamp(at),
  beforeJson: textOf(before),
  afterJson: textOf(after),
  requestId,
});

const textOf = (value: object | undefined) => (value ? JSON.stringify(value) : '');
