import type { PlacedOrder, Settlement } from './settle-placed-orders';

export interface SettleThroughOutagesNeeds {
  settle: (placed: PlacedOrder[]) => Promise<Settlement[]>;
  /** Whether an error means that a dependency is unavailable, rather than that an order cannot be settled. */
  isUnavailable: (error: unknown) => boolean;
  /** Resolves when everything that settling depends on answers. */
  ping: () => Promise<unknown>;
  /** Resolves after the time, or at once when the process is stopping. */
  wait: (milliseconds: number) => Promise<unknown>;
  isStopping: () => boolean;
  monotonicMs: () => number;
  /** How long orders in hand are held during an outage before their messages go back to the queue. */
  maxHoldMs: number;
  onFailure: (failure: { error: unknown; orderIds: string[] }) => void;
}

const firstRetryMs = 100;
const longestRetryMs = 2_000;

/**
 * Settles orders and holds on to them during an outage, so that the outage does not use up the receive counts of their
 * messages. An order that cannot be settled for another reason is left unsettled without holding up the rest of its batch.
 */
export function createSettleThroughOutages(needs: SettleThroughOutagesNeeds) {
  const { settle, isUnavailable, wait, isStopping, monotonicMs, maxHoldMs, onFailure } = needs;
  let isHealthy = true;

  async function settleEach(placed: PlacedOrder[]): Promise<Settlement[]> {
    try {
      return await settle(placed);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      if (placed.length > 1) return (await Promise.all(placed.map((order) => settleEach([order])))).flat();
      onFailure({ error, orderIds: placed.map(({ orderId }) => orderId) });
      return [{ outcome: 'unsettled' }];
    }
  }

  return {
    /** One settlement for each order, in the same order. */
    settle: async (placed: PlacedOrder[]): Promise<Settlement[]> => {
      const deadline = monotonicMs() + maxHoldMs;
      for (let failures = 0; ; failures += 1) {
        try {
          const settlements = await settleEach(placed);
          isHealthy = true;
          return settlements;
        } catch (error) {
          isHealthy = false;
          if (failures === 0) onFailure({ error, orderIds: placed.map(({ orderId }) => orderId) });
          if (isStopping() || monotonicMs() >= deadline) return placed.map(() => ({ outcome: 'unsettled' }));
          await wait(Math.min(longestRetryMs, firstRetryMs * 2 ** failures));
        }
      }
    },
    /** Whether more messages may be received: after a failure, only once all dependencies answer. */
    canReceive: async (): Promise<boolean> => {
      if (isHealthy) return true;
      return needs.ping().then(
        () => true,
        () => false,
      );
    },
  };
}
