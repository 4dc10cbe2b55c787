// Original file: proto/orderplacing/processor/v1/processor.proto

import type { AuditEntry as _orderplacing_audit_v1_AuditEntry, AuditEntryOutput as _orderplacing_audit_v1_AuditEntryOutput } from '../../../orderplacing/audit/v1/AuditEntry';

export interface ListAuditEntriesResponse {
  'entries'?: (_orderplacing_audit_v1_AuditEntry)[];
}

export interface ListAuditEntriesResponseOutput {
  'entries': (_orderplacing_audit_v1_AuditEntryOutput)[];
}
