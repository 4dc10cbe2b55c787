// Original file: proto/orderplacing/auth/v1/auth.proto

import type { AccountMail as _orderplacing_auth_v1_AccountMail, AccountMailOutput as _orderplacing_auth_v1_AccountMailOutput } from '../../../orderplacing/auth/v1/AccountMail';

export interface IssueAccountMailRequest {
  'mail'?: (_orderplacing_auth_v1_AccountMail | null);
}

export interface IssueAccountMailRequestOutput {
  'mail': (_orderplacing_auth_v1_AccountMailOutput | null);
}
