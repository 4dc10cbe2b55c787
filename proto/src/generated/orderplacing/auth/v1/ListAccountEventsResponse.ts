// Original file: proto/orderplacing/auth/v1/auth.proto

import type { AccountMail as _orderplacing_auth_v1_AccountMail, AccountMailOutput as _orderplacing_auth_v1_AccountMailOutput } from '../../../orderplacing/auth/v1/AccountMail';

export interface ListAccountEventsResponse {
  'mails'?: (_orderplacing_auth_v1_AccountMail)[];
  /**
   * Accounts that were erased.
   */
  'erasedUserIds'?: (string)[];
}

export interface ListAccountEventsResponseOutput {
  'mails': (_orderplacing_auth_v1_AccountMailOutput)[];
  /**
   * Accounts that were erased.
   */
  'erasedUserIds': (string)[];
}
