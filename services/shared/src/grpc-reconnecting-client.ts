import { connectivityState, type Client } from '@grpc/grpc-js';

const firstTimeoutMs = 1_500;
const longestTimeoutMs = 24_000;

/**
 * Replaces a client that does not get past connecting by a new one, which resolves its addresses again: grpc-js waits for
 * a connection without a limit and does not resolve meanwhile, so a replica that disappeared would keep calls waiting for
 * minutes. The timeout doubles each time in a row, because a slow replica may only be busy.
 */
export function createReconnectingClient<C extends Client>(make: () => C, timeoutMs = firstTimeoutMs) {
  let client = make();
  let isStopped = false;

  const watch = (connectMs: number) => {
    const watched = client;
    const channel = watched.getChannel();
    const state = channel.getConnectivityState(false);
    const until = state === connectivityState.CONNECTING ? Date.now() + connectMs : Infinity;
    channel.watchConnectivityState(state, until, (stuck) => {
      if (isStopped) return;
      if (stuck) {
        client = make();
        watched.close();
        watch(Math.min(connectMs * 2, longestTimeoutMs));
      } else {
        watch(channel.getConnectivityState(false) === connectivityState.READY ? timeoutMs : connectMs);
      }
    });
  };
  watch(timeoutMs);

  return {
    current: () => client,
    stop: () => {
      isStopped = true;
      client.close();
    },
  };
}
