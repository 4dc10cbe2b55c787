import { defineCollection, embedded } from '@orders/shared/collection';
import type { MailOutcome } from '../mail/ledger-entry';
import { accountMailKinds, type AccountMail, type DisabledWebhook } from './account-mail';

/** An entry holds neither address nor name nor token: auth answers them when the mail is sent. */
export interface AccountMailDocument {
  /** The id that auth gave the mail, or one made of what it is about and of its user. */
  _id: string;
  userId: string;
  kind: AccountMail['kind'];
  /** What a mail about a disabled webhook says. */
  webhook?: DisabledWebhook;
  state: 'owed' | MailOutcome;
  /** As in `mails`. */
  leaseUntil: Date;
  claim?: string;
  attempts: number;
  /** As in `mails`. */
  turn?: number;
  owedAt: Date;
  reason?: string;
  finishedAt?: Date;
  purgeAt?: Date;
}

export const accountMailCollection = defineCollection<AccountMailDocument>({
  name: 'accountMails',
  holds:
    'Mails about accounts, and to admins about disabled webhooks: pending (`owed`), sent, rejected or dropped. No address, name or token is among them; those of an erased account are deleted.',
  fields: {
    _id: { type: String, required: true, minlength: 1 },
    userId: { type: String, required: true, match: /^[0-9a-f]{24}$/ },
    kind: { type: String, required: true, enum: [...accountMailKinds, 'webhook-disabled'] },
    webhook: {
      type: embedded({
        webhookId: { type: String, required: true },
        host: { type: String, required: true },
        reason: { type: String, required: true },
        at: { type: Date, required: true },
      }),
    },
    state: { type: String, required: true, enum: ['owed', 'sent', 'rejected', 'dropped'] },
    leaseUntil: { type: Date, required: true },
    claim: { type: String },
    attempts: { type: Number, required: true, min: 0 },
    turn: { type: Number, min: 1 },
    owedAt: { type: Date, required: true },
    reason: { type: String },
    finishedAt: { type: Date },
    purgeAt: { type: Date },
  },
  indexes: [
    {
      name: 'owed',
      key: { state: 1, leaseUntil: 1 },
      partialFilterExpression: { state: 'owed' },
      reason: 'finds the mails that are due; holds only pending ones, so it stays small',
    },
    {
      name: 'arrived',
      key: { state: 1, turn: 1, leaseUntil: 1 },
      partialFilterExpression: { state: 'owed' },
      reason: 'finds the mails that are due and have no turn yet, and those whose turn is next',
    },
    {
      name: 'turns-of-user',
      key: { userId: 1, turn: -1 },
      partialFilterExpression: { state: 'owed', turn: { $gt: 0 } },
      reason: 'finds the last turn of a user; holds only mails of a backlog',
    },
    {
      name: 'owed-since',
      key: { state: 1, owedAt: 1 },
      partialFilterExpression: { state: 'owed' },
      reason: 'finds the oldest pending mail; holds only pending ones, so it stays small',
    },
    { name: 'user', key: { userId: 1, owedAt: -1 }, reason: 'lists and deletes the mails of a user' },
    {
      name: 'purge-finished',
      key: { purgeAt: 1 },
      expireAfterSeconds: 0,
      reason: 'deletes mails 60 days after they ended',
    },
  ],
});
