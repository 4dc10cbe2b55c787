// Original file: proto/orderplacing/auth/v1/auth.proto

import type { AccountMailKind as _orderplacing_auth_v1_AccountMailKind, AccountMailKindOutput as _orderplacing_auth_v1_AccountMailKindOutput } from '../../../orderplacing/auth/v1/AccountMailKind';

/**
 * AccountMail is a mail to send; the address is answered by IssueAccountMail alone.
 */
export interface AccountMail {
  'mailId'?: (string);
  'userId'?: (string);
  'kind'?: (_orderplacing_auth_v1_AccountMailKind);
}

/**
 * AccountMail is a mail to send; the address is answered by IssueAccountMail alone.
 */
export interface AccountMailOutput {
  'mailId': (string);
  'userId': (string);
  'kind': (_orderplacing_auth_v1_AccountMailKindOutput);
}
