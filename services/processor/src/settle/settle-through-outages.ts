import { DomainError } from '@orders/shared/errors';
import { createGroupCommit, type NextTurn } from '@orders/shared/group-commit';
import { explain } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import type { ProcessorMetrics } from '../metrics';
import { createOrderPlacedHandler } from './order-placed-handler';
import type {
  createSettlePlacedOrders,
  PlacedOrder,
  Settlement,
  SettlePlacedOrdersNeeds,
} from './settle-placed-orders';

export interface SettlingNeeds
  extends SettlePlacedOrdersNeeds, Pick<SettleThroughOutagesNeeds, 'wait' | 'isStopping' | 'monotonicMs'> {
  pingDependencies: SettleThroughOutagesNeeds['ping'];
  settings: Pick<SettleThroughOutagesNeeds, 'maxHoldMs'>;
  /** Called when orders were settled: there may be mails to send at once. */
  wakeMailSender: () => void;
  metrics: ProcessorMetrics;
  log: Log;
  nextTurn?: NextTurn;
}

/** Settles the orders of messages, those that arrive together in one batch. */
export function composeSettling(
  needs: SettlingNeeds,
  parts: { createSettlePlacedOrders: typeof createSettlePlacedOrders },
) {
  const { settings, metrics, log, nextTurn } = needs;
  const { settle, canReceive } = createSettleThroughOutages({
    ...needs,
    settle: parts.createSettlePlacedOrders(needs),
    isUnavailable,
    ping: needs.pingDependencies,
    maxHoldMs: settings.maxHoldMs,
    onFailure: (failure) => log.warn(failure, 'settling failed'),
  });
  const settlements = createGroupCommit({
    name: 'settle',
    commit: async (placed: PlacedOrder[]) => {
      const settled = await settle(placed);
      needs.wakeMailSender();
      return settled;
    },
    maxBatch: 100,
    maxWaiting: 1_000,
    concurrency: 2,
    ...(nextTurn && { nextTurn }),
  });
  return { handleMessages: createOrderPlacedHandler({ ...metrics, settle: settlements.submit, log }), canReceive };
}

function isUnavailable(error: unknown): boolean {
  const explained = explain(error);
  return explained instanceof DomainError && (explained.kind === 'UNAVAILABLE' || explained.kind === 'OVERLOADED');
}

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
