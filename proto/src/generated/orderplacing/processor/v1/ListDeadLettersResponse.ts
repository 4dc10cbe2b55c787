// Original file: proto/orderplacing/processor/v1/processor.proto

import type { DeadLetter as _orderplacing_processor_v1_DeadLetter, DeadLetterOutput as _orderplacing_processor_v1_DeadLetterOutput } from '../../../orderplacing/processor/v1/DeadLetter';

export interface ListDeadLettersResponse {
  'deadLetters'?: (_orderplacing_processor_v1_DeadLetter)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListDeadLettersResponseOutput {
  'deadLetters': (_orderplacing_processor_v1_DeadLetterOutput)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
