import { sendAll, sendByPages } from '../mail/send-pending-mails';
import { sendUnderClaim, type Delivery, type SendResult, type SendUnderClaimNeeds } from '../mail/send-mail';
import { accountMail, type AccountMail, type MailTopic } from './account-mail';
import type { AccountMailLedger } from './account-mail-ledger';

/** Who gets a mail about an account, and the token in it; without a recipient it is no longer wanted. */
export interface IssuedMail {
  recipient?: { name: string; email: string };
  token: string;
  /** Whether the account is gone. */
  erased: boolean;
}

export interface SendAccountMailsNeeds extends SendUnderClaimNeeds {
  ledger: Pick<AccountMailLedger, 'dueMails' | 'queueMails' | 'claim' | 'finish' | 'postpone' | 'forgetUsers'>;
  accounts: { issueMail: (mail: AccountMail) => Promise<IssuedMail> };
  /** Rejects while the mail service is known to be unavailable. */
  checkMailer: () => Promise<unknown>;
  onDelivery: (mail: AccountMail, delivery: Delivery) => void;
  publicUrl: string;
  concurrency: number;
  pageSize: number;
}

/**
 * Sends mails about accounts until none is due, beside the mails of orders: somebody waits in front of a screen for them.
 * Rejects when a service it needs is unavailable; the mails stay pending.
 */
export const createSendAccountMails = (needs: SendAccountMailsNeeds) => (): Promise<void> => {
  const sendMail = (mail: AccountMail) => send(needs, mail);
  return sendByPages({ ...needs, sendPage: (page) => sendAll({ ...needs, sendMail }, page) });
};

function send(
  { ledger, accounts, publicUrl, ...needs }: SendAccountMailsNeeds,
  mail: AccountMail,
): Promise<SendResult> {
  const { mailId, userId, ...topic } = mail;
  return sendUnderClaim(needs, {
    claim: (claim) => ledger.claim({ mailId, ...claim }),
    finish: (finished) => ledger.finish({ mailId, ...finished }),
    postpone: (postponed) => ledger.postpone({ mailId, ...postponed }),
    write: async () => {
      const { recipient, token, erased } = await accounts.issueMail(mail);
      if (recipient)
        return { to: recipient.email, mail: accountMail({ ...topic, name: recipient.name, token, publicUrl }) };
      // It was recorded after the ledger had been told to forget the account.
      if (erased) await ledger.forgetUsers([userId]);
      return { unwanted: erased ? 'the account was erased' : whyUnwanted(topic) };
    },
    onDelivery: (delivery) => needs.onDelivery(mail, delivery),
  });
}

const whyUnwanted = ({ kind }: MailTopic) =>
  kind === 'webhook-disabled' ? 'the user is no admin any more' : 'used, or replaced by a newer mail';
