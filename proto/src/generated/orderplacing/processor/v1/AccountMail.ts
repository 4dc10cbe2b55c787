// Original file: proto/orderplacing/processor/v1/processor.proto

import type { MailState as _orderplacing_processor_v1_MailState, MailStateOutput as _orderplacing_processor_v1_MailStateOutput } from '../../../orderplacing/processor/v1/MailState';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * AccountMail is an entry of the ledger of mails about accounts.
 */
export interface AccountMail {
  /**
   * `verify-email`, `reset-password`, `password-changed` or `webhook-disabled`.
   */
  'kind'?: (string);
  'state'?: (_orderplacing_processor_v1_MailState);
  'owedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * When it reached its final state, where it has.
   */
  'finishedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Why it was rejected or dropped.
   */
  'reason'?: (string);
  '_reason'?: "reason";
}

/**
 * AccountMail is an entry of the ledger of mails about accounts.
 */
export interface AccountMailOutput {
  /**
   * `verify-email`, `reset-password`, `password-changed` or `webhook-disabled`.
   */
  'kind': (string);
  'state': (_orderplacing_processor_v1_MailStateOutput);
  'owedAt': (_google_protobuf_TimestampOutput | null);
  /**
   * When it reached its final state, where it has.
   */
  'finishedAt': (_google_protobuf_TimestampOutput | null);
  /**
   * Why it was rejected or dropped.
   */
  'reason'?: (string);
  '_reason'?: "reason";
}
