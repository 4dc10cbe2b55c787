// Original file: proto/orderplacing/auth/v1/auth.proto

import type { AccountMail as _orderplacing_auth_v1_AccountMail, AccountMailOutput as _orderplacing_auth_v1_AccountMailOutput } from '../../../orderplacing/auth/v1/AccountMail';

export interface AcknowledgeAccountEventsRequest {
  /**
   * Recorded in a ledger, so that they will be sent.
   */
  'mails'?: (_orderplacing_auth_v1_AccountMail)[];
  /**
   * Nothing of these is kept any more.
   */
  'erasedUserIds'?: (string)[];
}

export interface AcknowledgeAccountEventsRequestOutput {
  /**
   * Recorded in a ledger, so that they will be sent.
   */
  'mails': (_orderplacing_auth_v1_AccountMailOutput)[];
  /**
   * Nothing of these is kept any more.
   */
  'erasedUserIds': (string)[];
}
