import type { ChannelOptions } from '@grpc/grpc-js';

// Nearly all of our calls are idempotent (order ids, operation ids) and may be repeated when the answer was lost.
const retryPolicy = {
  maxAttempts: 4,
  initialBackoff: '0.05s',
  maxBackoff: '0.5s',
  backoffMultiplier: 2,
  retryableStatusCodes: ['UNAVAILABLE'],
};

const channelOptions: ChannelOptions = {
  // A replica that disappears without closing its connection is noticed within 8 s.
  'grpc.keepalive_time_ms': 5_000,
  'grpc.keepalive_timeout_ms': 3_000,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  // Shorter than the retries of a call: a replica may go soon after its address was resolved.
  'grpc.dns_min_time_between_resolutions_ms': 200,
};

/** The options of a client's connections; with an expected name its servers must have that name in their certificates. */
export const channelOptionsFor = ({
  nonIdempotentPaths,
  expectedName,
}: {
  nonIdempotentPaths: string[];
  expectedName: string | undefined;
}): ChannelOptions => ({
  ...channelOptions,
  ...(expectedName !== undefined && { 'grpc.ssl_target_name_override': expectedName }),
  'grpc.service_config': JSON.stringify(serviceConfigOf(nonIdempotentPaths)),
});

// The entry that names a method overrides the one for all; without a policy only a call that no server received is repeated.
const serviceConfigOf = (nonIdempotentPaths: string[]) => ({
  loadBalancingConfig: [{ round_robin: {} }],
  retryThrottling: { maxTokens: 100, tokenRatio: 0.1 },
  methodConfig: [
    { name: [{}], retryPolicy },
    ...nonIdempotentPaths.map((path) => ({ name: [{ service: path.split('/')[1], method: path.split('/')[2] }] })),
  ],
});
