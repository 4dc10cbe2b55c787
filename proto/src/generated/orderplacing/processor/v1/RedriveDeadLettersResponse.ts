// Original file: proto/orderplacing/processor/v1/processor.proto


export interface RedriveDeadLettersResponse {
  'redriven'?: (number);
}

export interface RedriveDeadLettersResponseOutput {
  'redriven': (number);
}
