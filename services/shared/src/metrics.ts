import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import { createTracedHistogram } from './traced-histogram';

/** Everything that this process measures. */
export const registry = register;

/** Buckets for durations in seconds, from 1 ms to 10 s. */
export const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Observes the seconds that a gRPC method took, by its full name and status code. */
export const observeRpc = createTracedHistogram({
  name: 'rpc_server_duration_seconds',
  help: 'Seconds from a gRPC call to its answer.',
  labelNames: ['rpc_method', 'rpc_grpc_status_code'],
  buckets: durationBuckets,
});

/** Observes the seconds from the receipt of a message until the queue knows what became of it: done, retry or reject. */
export const observeMessageProcessing = createTracedHistogram({
  name: 'sqs_message_processing_duration_seconds',
  help: 'Seconds from the receipt of a message until the queue knows what became of it.',
  labelNames: ['outcome'],
  buckets: durationBuckets,
});

/** Requests that shared one commit, by what was committed. */
export const groupCommitRequests = new Histogram({
  name: 'group_commit_batch_requests',
  help: 'Requests that shared one commit.',
  labelNames: ['batch'],
  buckets: [1, 2, 4, 8, 16, 32, 64, 128],
});

/** Observes the seconds that a message lay in the queue before it was received for the first time. */
export const observeMessageWait = createTracedHistogram({
  name: 'sqs_message_wait_seconds',
  help: 'Seconds from the sending of a message until it was first received.',
  buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3_600],
});

/** Starts what Node tells of itself. */
export const collectProcessMetrics = (): void => {
  collectDefaultMetrics();
};
