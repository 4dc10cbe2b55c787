import type { LedgerEntry, MailOutcome, PendingMail } from '@orders/processor/mail/ledger-entry';
import { assignTurns } from '@orders/processor/mail/mail-turns';
import type { FinishedMail, MailLedger, PostponedMail } from '@orders/processor/mail/mail-ledger';
import type { PlacedOrder } from '@orders/processor/settle/settle-placed-orders';

type QueuedMail = Parameters<MailLedger['queueMails']>[0][number];

/** A mail as the simulated ledger stores it. */
export interface LedgerMail extends PlacedOrder {
  state: 'owed' | MailOutcome;
  leaseUntilMs: number;
  claim?: string;
  attempts: number;
  turn?: number;
  userId?: string;
  owedAt: Date;
  finishedAt?: Date;
  reason?: string;
}

export type Mails = Map<string, LedgerMail>;

/** Runs work on the ledger at one moment, on behalf of one process, with the ledger's clock. */
export type RunOnLedger = <T>(what: string, work: (mails: Mails, now: Date) => T) => Promise<T>;

/** The mail ledger in memory; specifications/mail-ledger.ts holds it to the same rules as the one in MongoDB. */
export const createLedger = (run: RunOnLedger): MailLedger => ({
  recordPendingMails: (placed) =>
    run(`record pending mails of ${idsOf(placed)}`, (mails, now) => {
      for (const order of placed) if (!mails.has(order.orderId)) mails.set(order.orderId, newMail(order, now));
    }),

  dueMails: (limit) =>
    run('read due mails', (mails, now) =>
      [...mails.values()]
        .filter((mail) => isUnderClaim(mail, undefined, now))
        .sort((left, right) => (left.turn ?? 0) - (right.turn ?? 0) || left.leaseUntilMs - right.leaseUntilMs)
        .slice(0, limit)
        .map((mail) => ({ mail: toPendingMail(mail, now), turn: mail.turn })),
    ),

  queueMails: (queued) => {
    if (queued.length === 0) return Promise.resolve();
    return run(`queue ${idsOf(queued)}`, (mails) => queueMails(mails, queued));
  },

  claim: ({ orderId, claim, leaseMs }) =>
    run(`claim the mail of ${orderId}`, (mails, now): number | undefined => {
      const mail = mails.get(orderId);
      if (!mail || !isUnderClaim(mail, undefined, now)) return undefined;
      const attempts = mail.attempts + 1;
      mails.set(orderId, { ...outOfQueue(mail), claim, attempts, leaseUntilMs: now.getTime() + leaseMs });
      return attempts;
    }),

  finish: (finished) => {
    if (finished.length === 0) return Promise.resolve(0);
    const what = finished.map(({ orderId, outcome }) => `${orderId} ${outcome}`).join(', ');
    return run(`finish ${what}`, (mails, now) => finished.filter((mail) => finish(mails, mail, now)).length);
  },

  postpone: (postponed) => {
    if (postponed.length === 0) return Promise.resolve();
    return run(`postpone ${idsOf(postponed)}`, (mails, now) => {
      for (const mail of postponed) postpone(mails, mail, now);
    });
  },

  countPending: () => run('count pending mails', (mails) => pending(mails).length),

  oldestPendingAt: () =>
    run('read the oldest pending mail', (mails) =>
      pending(mails)
        .map(({ owedAt }) => owedAt)
        .reduce<Date | undefined>((oldest, at) => (oldest && oldest <= at ? oldest : at), undefined),
    ),

  find: (orderId) => run(`read the mail of ${orderId}`, (mails): LedgerEntry | undefined => mails.get(orderId)),

  findMany: (orderIds) =>
    run('read mails', (mails): LedgerEntry[] => orderIds.flatMap((orderId) => mails.get(orderId) ?? [])),
});

function queueMails(mails: Mails, queued: QueuedMail[]): void {
  const waiting = waitingTurns(mails);
  const lastOf = new Map<string, number>();
  for (const { userId, turn } of waiting) lastOf.set(userId, Math.max(turn, lastOf.get(userId) ?? 0));
  const current = waiting.length === 0 ? 1 : Math.min(...waiting.map(({ turn }) => turn));
  for (const { orderId, userId, turn } of assignTurns(queued, current, lastOf)) {
    const mail = mails.get(orderId);
    if (mail?.state === 'owed' && mail.turn === undefined) mails.set(orderId, { ...mail, userId, turn });
  }
}

const waitingTurns = (mails: Mails) =>
  [...mails.values()].flatMap(({ state, userId = '', turn }) =>
    state === 'owed' && turn !== undefined ? [{ userId, turn }] : [],
  );

const outOfQueue = ({ turn: _, ...mail }: LedgerMail): LedgerMail => mail;

const toPendingMail = ({ orderId, requestId, traceparent, owedAt }: LedgerMail, now: Date): PendingMail => ({
  orderId,
  requestId,
  traceparent,
  ageMs: now.getTime() - owedAt.getTime(),
});

const idsOf = (orders: { orderId: string }[]) => orders.map(({ orderId }) => orderId).join(', ');

export const newMail = ({ orderId, requestId, traceparent }: PlacedOrder, now: Date): LedgerMail => ({
  orderId,
  requestId,
  traceparent,
  state: 'owed',
  leaseUntilMs: now.getTime(),
  attempts: 0,
  owedAt: now,
});

function finish(mails: Mails, { orderId, claim, outcome, reason }: FinishedMail, now: Date): boolean {
  const mail = mails.get(orderId);
  if (!mail || !isUnderClaim(mail, claim, now)) return false;
  const { claim: _, ...rest } = outOfQueue(mail);
  mails.set(orderId, { ...rest, state: outcome, finishedAt: now, ...(reason !== undefined && { reason }) });
  return true;
}

function postpone(mails: Mails, { orderId, claim, delayMs }: PostponedMail, now: Date): void {
  const mail = mails.get(orderId);
  if (!mail || !isUnderClaim(mail, claim, now)) return;
  const { claim: _, ...rest } = outOfQueue(mail);
  mails.set(orderId, { ...rest, leaseUntilMs: now.getTime() + delayMs });
}

const pending = (mails: Mails) => [...mails.values()].filter(({ state }) => state === 'owed');

/** Whether a mail is pending under this claim, or without one, due and unclaimed. */
const isUnderClaim = (mail: LedgerMail, claim: string | undefined, now: Date) =>
  mail.state === 'owed' && (claim === undefined ? mail.leaseUntilMs <= now.getTime() : mail.claim === claim);
