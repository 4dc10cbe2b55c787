import type { AccountMail } from '../account-mails/account-mail';
import { hostOf } from './receiver-url';
import type { Notice } from './webhook-store';

export interface NotifyAdminsNeeds {
  webhooks: {
    listNotices: () => Promise<Notice[]>;
    removeNotice: (notice: Notice) => Promise<void>;
  };
  /** The ids of the users who are admins. */
  listAdmins: () => Promise<string[]>;
  recordPendingMails: (mails: AccountMail[]) => Promise<void>;
  /** Called with each notice that was recorded, and to how many admins. */
  onRecorded: (notice: Notice, admins: number) => void;
}

/**
 * Records a mail to every admin about each webhook that was disabled. A notice is removed only once its mails are recorded,
 * and recording them again changes nothing: a crash in between repeats no mail and loses none.
 */
export const createNotifyAdmins =
  ({ webhooks, listAdmins, recordPendingMails, onRecorded }: NotifyAdminsNeeds) =>
  async (): Promise<void> => {
    const notices = await webhooks.listNotices();
    if (notices.length === 0) return;
    const admins = await listAdmins();
    for (const notice of notices) {
      await recordPendingMails(admins.map((userId) => toMail(notice, userId)));
      await webhooks.removeNotice(notice);
      onRecorded(notice, admins.length);
    }
  };

const toMail = ({ noticeId, webhookId, url, reason, at }: Notice, userId: string): AccountMail => ({
  mailId: `${noticeId}:${userId}`,
  userId,
  kind: 'webhook-disabled',
  webhook: { webhookId, host: hostOf(url), reason, at },
});
