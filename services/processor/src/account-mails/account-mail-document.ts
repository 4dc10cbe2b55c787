import { defineCollection, embedded } from '@orders/shared/collection';
import { progressFields, progressIndexes, retiredProgressIndexes, type MailProgress } from '../mail/mail-document';
import { accountMailKinds, type AccountMail, type DisabledWebhook } from './account-mail';

/** An entry holds neither address nor name nor token: auth answers them when the mail is sent. */
export interface AccountMailDocument extends MailProgress {
  /** The id that auth gave the mail, or one made of what it is about and of its user. */
  _id: string;
  userId: string;
  kind: AccountMail['kind'];
  /** What a mail about a disabled webhook says. */
  webhook?: DisabledWebhook;
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
    ...progressFields,
  },
  indexes: [
    ...progressIndexes,
    { name: 'user', key: { userId: 1, owedAt: -1 }, reason: 'lists and deletes the mails of a user' },
  ],
  retiredIndexes: retiredProgressIndexes,
});
