import { DomainError } from '@orders/shared/errors';
import { createGroupCommit, type NextTurn } from '@orders/shared/group-commit';
import { explain } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import type { ProcessorMetrics } from '../metrics';
import { createOrderPlacedHandler } from './order-placed-handler';
import type { createSettlePlacedOrders, PlacedOrder, SettlePlacedOrdersNeeds } from './settle-placed-orders';
import { createSettleThroughOutages, type SettleThroughOutagesNeeds } from './settle-through-outages';

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
