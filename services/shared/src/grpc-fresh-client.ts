import { connectivityState, type Client } from '@grpc/grpc-js';

const firstPatienceMs = 1_500;
const mostPatienceMs = 24_000;

/**
 * Replaces a client that does nothing but connect, by one that looks its addresses up anew: grpc-js waits for a
 * connection without a limit and does not look again meanwhile, so a replica that is gone without a word would keep
 * calls waiting for minutes. Each time in a row it is more patient, for a slow one may only be busy.
 */
export function createFreshClient<C extends Client>(make: () => C, patienceMs = firstPatienceMs) {
  let client = make();
  let isStopped = false;

  const watch = (patience: number) => {
    const watched = client;
    const channel = watched.getChannel();
    const state = channel.getConnectivityState(false);
    const until = state === connectivityState.CONNECTING ? Date.now() + patience : Infinity;
    channel.watchConnectivityState(state, until, (stuck) => {
      if (isStopped) return;
      if (stuck) {
        client = make();
        watched.close();
        watch(Math.min(patience * 2, mostPatienceMs));
      } else {
        watch(channel.getConnectivityState(false) === connectivityState.READY ? patienceMs : patience);
      }
    });
  };
  watch(patienceMs);

  return {
    current: () => client,
    stop: () => {
      isStopped = true;
      client.close();
    },
  };
}
