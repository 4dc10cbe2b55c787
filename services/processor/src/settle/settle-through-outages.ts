import type { PlacedOrder } from '../mail/order';
import type { Settlement } from './settle-placed-orders';

export interface SettleThroughOutagesNeeds {
  settle: (placed: PlacedOrder[]) => Promise<Settlement[]>;
  /** Whether an error says that something did not answer, and not that an order is bad. */
  isAway: (error: unknown) => boolean;
  /** Resolves when all that settling needs answers. */
  ping: () => Promise<unknown>;
  /** Resolves after the time or when the process is stopping. */
  wait: (milliseconds: number) => Promise<unknown>;
  isStopping: () => boolean;
  now: () => number;
  /** How long orders in hand wait for what is away. */
  patienceMs: number;
  onTrouble: (trouble: { error: unknown; orderIds: string[] }) => void;
}

const shortestWaitMs = 100;
const longestWaitMs = 2_000;

/**
 * Settles; while something is away it holds on to the orders in hand, so that an outage does not use up the times a message
 * may be received. An order that fails for another reason is found and left unsettled alone.
 */
export function createSettleThroughOutages(needs: SettleThroughOutagesNeeds) {
  const { settle, isAway, wait, isStopping, now, patienceMs, onTrouble } = needs;
  let isFit = true;

  async function settleEach(placed: PlacedOrder[]): Promise<Settlement[]> {
    try {
      return await settle(placed);
    } catch (error) {
      if (isAway(error)) throw error;
      if (placed.length > 1) return (await Promise.all(placed.map((order) => settleEach([order])))).flat();
      onTrouble({ error, orderIds: placed.map(({ orderId }) => orderId) });
      return [{ outcome: 'unsettled' }];
    }
  }

  return {
    /** Answers at the places of the orders. */
    settle: async (placed: PlacedOrder[]): Promise<Settlement[]> => {
      const deadline = now() + patienceMs;
      for (let failures = 0; ; failures += 1) {
        try {
          const settlements = await settleEach(placed);
          isFit = true;
          return settlements;
        } catch (error) {
          isFit = false;
          if (failures === 0) onTrouble({ error, orderIds: placed.map(({ orderId }) => orderId) });
          if (isStopping() || now() >= deadline) return placed.map(() => ({ outcome: 'unsettled' }));
          await wait(Math.min(longestWaitMs, shortestWaitMs * 2 ** failures));
        }
      }
    },
    /** Whether more may be received: after trouble not before everything answers again. */
    canReceive: async (): Promise<boolean> => {
      if (isFit) return true;
      return needs.ping().then(
        () => true,
        () => false,
      );
    },
  };
}
