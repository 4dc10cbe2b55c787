import type { Mongo } from '@orders/shared/mongo';
import { claimFor, finishWith, inTurn, isPendingAndDue, postponeBy, underClaim } from '../mail/mail-ledger';
import { queueMails, type DueMail } from '../mail/mail-turns';
import type { MailOutcome } from '../mail/ledger-entry';
import type { AccountMail } from './account-mail';
import { accountMailCollection, type AccountMailDocument } from './account-mail-document';

/** The mails about accounts: which are pending, and how the others ended. */
export function createAccountMailLedger(database: Mongo) {
  const mails = () => database.collection(accountMailCollection);

  return {
    /** Records a pending mail for each id that has none yet: one that was sent stays sent. */
    recordPendingMails: async (pending: AccountMail[]): Promise<void> => {
      if (pending.length === 0) return;
      const writes = pending.map((mail) => ({
        updateOne: { filter: { _id: mail.mailId }, update: insertIfAbsent(mail), upsert: true },
      }));
      await mails().bulkWrite(writes, { ordered: false });
    },

    /** Due mails that no processor has claimed: those without a turn, longest due first, then those whose turn is next. */
    dueMails: async (limit: number): Promise<DueMail<AccountMail>[]> => {
      const due = await mails().find(isPendingAndDue).sort(inTurn).limit(limit).toArray();
      return due.flatMap((document) => fromDocument(document).map((mail) => ({ mail, turn: document.turn })));
    },

    /** Gives mails without a turn one, so that no user has to wait for all mails of another. */
    queueMails: (arrived: AccountMail[]): Promise<void> => queueMails(mails(), arrived),

    /** Claims a due mail for a while; the number of claims so far, undefined where another processor was faster. */
    claim: async (mail: { mailId: string; claim: string; leaseMs: number }): Promise<number | undefined> => {
      const update = claimFor(mail.claim, mail.leaseMs);
      const claimed = await mails().findOneAndUpdate(underClaim(mail.mailId, undefined), update, {
        returnDocument: 'after',
      });
      return claimed?.attempts;
    },

    /** Finishes a mail where it is still claimed as stated. */
    finish: async (mail: { mailId: string; claim: string; outcome: MailOutcome; reason?: string }): Promise<void> => {
      await mails().updateOne(underClaim(mail.mailId, mail.claim), finishWith(mail.outcome, mail.reason));
    },

    /** Makes a mail due later and ends its claim, where it is still claimed as stated. */
    postpone: async (mail: { mailId: string; claim: string; delayMs: number }): Promise<void> => {
      await mails().updateOne(underClaim(mail.mailId, mail.claim), postponeBy(mail.delayMs));
    },

    /** Deletes whatever is known about the mails of users. */
    forgetUsers: async (userIds: string[]): Promise<void> => {
      if (userIds.length > 0) await mails().deleteMany({ userId: { $in: userIds } });
    },

    countPending: (): Promise<number> => mails().countDocuments({ state: 'owed' }),

    /** Since when the oldest pending mail is pending; undefined where none is. */
    oldestPendingAt: async (): Promise<Date | undefined> =>
      (await mails().find({ state: 'owed' }).sort({ owedAt: 1 }).limit(1).toArray())[0]?.owedAt,

    /** The mails of a user, newest first. */
    ofUser: (userId: string, limit: number): Promise<AccountMailDocument[]> =>
      mails().find({ userId }).sort({ owedAt: -1 }).limit(limit).toArray(),
  };
}

export type AccountMailLedger = ReturnType<typeof createAccountMailLedger>;

function fromDocument({ _id, userId, kind, webhook }: AccountMailDocument): AccountMail[] {
  const ids = { mailId: _id, userId };
  if (kind !== 'webhook-disabled') return [{ ...ids, kind }];
  return webhook ? [{ ...ids, kind, webhook }] : [];
}

const insertIfAbsent = ({ mailId, userId, kind, ...about }: AccountMail) => {
  const pending = {
    _id: mailId,
    userId: { $literal: userId },
    kind: { $literal: kind },
    ...('webhook' in about && { webhook: { $literal: about.webhook } }),
    state: 'owed',
    leaseUntil: '$$NOW',
    attempts: { $literal: 0 },
    owedAt: '$$NOW',
  };
  return [{ $replaceWith: { $cond: [{ $eq: [{ $type: '$state' }, 'missing'] }, pending, '$$ROOT'] } }];
};
