// Original file: proto/orderplacing/processor/v1/processor.proto

import type { Mail as _orderplacing_processor_v1_Mail, MailOutput as _orderplacing_processor_v1_MailOutput } from '../../../orderplacing/processor/v1/Mail';

export interface GetMailsResponse {
  'mails'?: (_orderplacing_processor_v1_Mail)[];
}

export interface GetMailsResponseOutput {
  'mails': (_orderplacing_processor_v1_MailOutput)[];
}
