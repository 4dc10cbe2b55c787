import { finishedMailDays, type MailOutcome } from './ledger-entry';

// What both ledgers of mails do to an entry, by the clock of the database, the one that all processors share.

/** Of mails whose time has come. */
export const isDue = { $expr: { $lte: ['$leaseUntil', '$$NOW'] } };

/** Of a pending mail under a claim; without one it must be due. */
export const underClaim = (_id: string, claim: string | undefined) => ({
  _id,
  state: 'owed' as const,
  ...(claim === undefined ? isDue : { claim }),
});

// A mail that is due again gets another turn, behind the user's other mails.
const outOfQueue = { $unset: 'turn' };

/** Claims a mail for a while, and counts the claims. */
export const claimFor = (claim: string, leaseMs: number) => [
  {
    $set: {
      leaseUntil: { $add: ['$$NOW', leaseMs] },
      claim: { $literal: claim },
      attempts: { $add: ['$attempts', 1] },
    },
  },
  outOfQueue,
];

/** Makes a mail due later, and ends its claim. */
export const postponeBy = (delayMs: number) => [
  { $set: { leaseUntil: { $add: ['$$NOW', delayMs] } } },
  { $unset: 'claim' },
  outOfQueue,
];

/** Ends a mail. */
export const finishWith = (outcome: MailOutcome, reason: string | undefined) => [
  {
    $set: {
      state: outcome,
      finishedAt: '$$NOW',
      purgeAt: { $add: ['$$NOW', purgeAfterMs] },
      ...(reason !== undefined && { reason: { $literal: reason } }),
    },
  },
  { $unset: 'claim' },
  outOfQueue,
];

const purgeAfterMs = finishedMailDays * 86_400_000;
