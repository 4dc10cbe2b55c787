import type { PlacedOrder } from '@orders/processor/mail/order';
import type { MailEnd, OwedMail } from '@orders/processor/mail/owed-mail';
import type { Closing, Postponing } from '@orders/processor/mail/mail-ledger';

/** A mail as the ledger keeps it. */
export interface LedgerMail {
  orderId: string;
  state: 'owed' | MailEnd;
  leaseUntilMs: number;
  claim?: string | undefined;
  attempts: number;
  owedAt: Date;
}

export type Mails = Map<string, LedgerMail>;

/** Runs work on the ledger at one moment, on behalf of one process; it has the ledger's clock. */
export type RunOnLedger = <T>(what: string, work: (mails: Mails, now: Date) => T) => Promise<T>;

/** The guarded writes of the mail ledger. */
export const createLedger = (run: RunOnLedger) => ({
  owe: (placed: PlacedOrder[]) =>
    run(`owe mails of ${placed.map(({ orderId }) => orderId).join(', ')}`, (mails, now) => {
      for (const { orderId } of placed) {
        if (mails.has(orderId)) continue;
        mails.set(orderId, { orderId, state: 'owed', leaseUntilMs: now.getTime(), attempts: 0, owedAt: now });
      }
    }),

  due: (limit: number) =>
    run('read due mails', (mails, now): OwedMail[] =>
      [...mails.values()]
        .filter((mail) => isHeld(mail, {}, now))
        .sort((left, right) => left.leaseUntilMs - right.leaseUntilMs)
        .slice(0, limit)
        .map(({ orderId, owedAt }) => ({
          orderId,
          requestId: 'a request',
          traceparent: 'a trace',
          ageMs: now.getTime() - owedAt.getTime(),
        })),
    ),

  claim: ({ orderId, claim, leaseMs }: { orderId: string; claim: string; leaseMs: number }) =>
    run(`claim the mail of ${orderId}`, (mails, now): number | undefined => {
      const mail = mails.get(orderId);
      if (!mail || !isHeld(mail, {}, now)) return undefined;
      const attempts = mail.attempts + 1;
      mails.set(orderId, { ...mail, claim, attempts, leaseUntilMs: now.getTime() + leaseMs });
      return attempts;
    }),

  close: (closings: Closing[]) => {
    if (closings.length === 0) return Promise.resolve(0);
    return run(`close ${closings.map(({ orderId, end }) => `${orderId} ${end}`).join(', ')}`, (mails, now): number => {
      let closed = 0;
      for (const { orderId, claim, end } of closings) {
        const mail = mails.get(orderId);
        if (!mail || !isHeld(mail, { claim }, now)) continue;
        mails.set(orderId, { ...mail, state: end, claim: undefined });
        closed += 1;
      }
      return closed;
    });
  },

  postpone: (postponings: Postponing[]) => {
    if (postponings.length === 0) return Promise.resolve();
    return run(`put off ${postponings.map(({ orderId }) => orderId).join(', ')}`, (mails, now) => {
      for (const { orderId, claim, delayMs } of postponings) {
        const mail = mails.get(orderId);
        if (!mail || !isHeld(mail, { claim }, now)) continue;
        mails.set(orderId, { ...mail, claim: undefined, leaseUntilMs: now.getTime() + delayMs });
      }
    });
  },
});

/** Whether the mail is pending, and under this claim; without one, whether it is due and unclaimed. */
const isHeld = (mail: LedgerMail, { claim }: { claim?: string | undefined }, now: Date) =>
  mail.state === 'owed' && (claim === undefined ? mail.leaseUntilMs <= now.getTime() : mail.claim === claim);
