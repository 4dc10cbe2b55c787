// Original file: proto/orderplacing/processor/v1/processor.proto

import type { Mail as _orderplacing_processor_v1_Mail, MailOutput as _orderplacing_processor_v1_MailOutput } from '../../../orderplacing/processor/v1/Mail';

export interface GetMailResponse {
  'mail'?: (_orderplacing_processor_v1_Mail | null);
}

export interface GetMailResponseOutput {
  'mail': (_orderplacing_processor_v1_MailOutput | null);
}
