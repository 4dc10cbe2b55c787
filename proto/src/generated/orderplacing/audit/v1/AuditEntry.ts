// Original file: proto/orderplacing/audit/v1/audit.proto

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * AuditEntry is one administrative act, as the service that did it recorded it.
 */
export interface AuditEntry {
  'entryId'?: (string);
  'at'?: (_google_protobuf_Timestamp | null);
  /**
   * The id of a user, or `operator:<name>` for a command.
   */
  'actor'?: (string);
  /**
   * As `product.restock`.
   */
  'action'?: (string);
  /**
   * What it was done to.
   */
  'subject'?: (string);
  /**
   * JSON; empty where there was nothing.
   */
  'beforeJson'?: (string);
  /**
   * JSON; empty where nothing is left, or where the act did not finish.
   */
  'afterJson'?: (string);
  /**
   * Empty for a command.
   */
  'requestId'?: (string);
}

/**
 * AuditEntry is one administrative act, as the service that did it recorded it.
 */
export interface AuditEntryOutput {
  'entryId': (string);
  'at': (_google_protobuf_TimestampOutput | null);
  /**
   * The id of a user, or `operator:<name>` for a command.
   */
  'actor': (string);
  /**
   * As `product.restock`.
   */
  'action': (string);
  /**
   * What it was done to.
   */
  'subject': (string);
  /**
   * JSON; empty where there was nothing.
   */
  'beforeJson': (string);
  /**
   * JSON; empty where nothing is left, or where the act did not finish.
   */
  'afterJson': (string);
  /**
   * Empty for a command.
   */
  'requestId': (string);
}
