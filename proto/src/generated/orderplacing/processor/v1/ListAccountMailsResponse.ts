// Original file: proto/orderplacing/processor/v1/processor.proto

import type { AccountMail as _orderplacing_processor_v1_AccountMail, AccountMailOutput as _orderplacing_processor_v1_AccountMailOutput } from '../../../orderplacing/processor/v1/AccountMail';

export interface ListAccountMailsResponse {
  'mails'?: (_orderplacing_processor_v1_AccountMail)[];
}

export interface ListAccountMailsResponseOutput {
  'mails': (_orderplacing_processor_v1_AccountMailOutput)[];
}
