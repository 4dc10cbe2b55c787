import { setTimeout } from 'node:timers/promises';
import type { Log } from '@orders/shared/log';
import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';

export interface AbandonedTransactionsNeeds {
  mongo: Mongo;
  /** The name under which the server lists the connections of all replicas of this service. */
  applicationName: string;
  log: Log;
  abandonedAfterMs?: number;
}

interface IdleSession {
  lsid: { id: mongo.UUID };
}

// A running replica leaves a transaction idle for milliseconds at most; one that is ended by mistake is decided again.
const longerThanAnyPauseMs = 1_000;
// Replicas that write the same products conflict a few times in a row; more often suggests an abandoned transaction.
const suspiciousAttempts = 12;
const minLookIntervalMs = 250;

/** Ends the transactions of replicas that died, which would otherwise block their products for a minute. */
export function createAbandonedTransactions({
  mongo,
  applicationName,
  log,
  abandonedAfterMs = longerThanAnyPauseMs,
}: AbandonedTransactionsNeeds) {
  const idle = idleTransactionsOf(applicationName, abandonedAfterMs);
  let isLooking = false;

  const end = async (): Promise<number> => {
    const admin = mongo.admin();
    const found = await admin.aggregate<IdleSession>(idle, { readConcern: { level: 'local' } }).toArray();
    if (found.length === 0) return 0;
    await admin.command({ killSessions: found.map(({ lsid }) => ({ id: lsid.id })) });
    return found.length;
  };

  const look = async () => {
    isLooking = true;
    try {
      const ended = await end();
      if (ended > 0) log.warn({ ended }, 'abandoned transactions ended');
    } catch (error) {
      log.warn({ error }, 'search for abandoned transactions failed');
    }
    await setTimeout(minLookIntervalMs);
    isLooking = false;
  };

  return {
    /** Ends all that exist now and returns how many. */
    end,
    /** Looks for them in the background once a batch has had suspiciously many conflicts. */
    onConflict: (attempt: number): void => {
      if (attempt >= suspiciousAttempts && !isLooking) void look();
    },
  };
}

const idleTransactionsOf = (applicationName: string, abandonedAfterMs: number) => [
  { $currentOp: { allUsers: false, idleSessions: true } },
  {
    $match: {
      type: 'idleSession',
      appName: applicationName,
      'transaction.timeInactiveMicros': { $gte: abandonedAfterMs * 1_000 },
    },
  },
  { $project: { lsid: 1 } },
];
