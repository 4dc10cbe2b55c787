import { mailButton, mailPage, mailParagraph } from '../mail/mail-page';
import { escapeHtml, printable, type OrderMail } from '../mail/order-mail';

/** What a mail about an account is for. */
export const accountMailKinds = ['verify-email', 'reset-password', 'password-changed'] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];

/** A webhook that was disabled because its receiver failed. */
export interface DisabledWebhook {
  webhookId: string;
  /** The host of its receiver: the rest of the URL may be a secret. */
  host: string;
  reason: string;
  at: Date;
}

/** What a mail to an account is about: the account, or what its user is to know as an admin. */
export type MailTopic = { kind: AccountMailKind } | { kind: 'webhook-disabled'; webhook: DisabledWebhook };

/** A mail to an account, as the ledgers of auth and of the processor know it. */
export type AccountMail = { mailId: string; userId: string } & MailTopic;

export type AccountMailFacts = {
  name: string;
  /** Empty for a mail that carries none. */
  token: string;
  /** Where the page is, without a slash at its end. */
  publicUrl: string;
} & MailTopic;

interface Wording {
  subject: string;
  message: string;
  /** A mail without one has no link. */
  link?: { action: string; hash: string };
  /** What to do where somebody else caused the mail, or what follows. */
  otherwise: string;
}

const wordings: Record<AccountMailKind, (token: string) => Wording> = {
  'verify-email': (token) => ({
    subject: 'Verify your e-mail address',
    message: 'please verify that this is your e-mail address. The link is valid for 24 hours.',
    link: { action: 'Verify my address', hash: `verify-email?token=${token}` },
    otherwise: 'If you did not create an account, you need not do anything.',
  }),
  'reset-password': (token) => ({
    subject: 'Reset your password',
    message: 'somebody asked to reset the password of your account. The link is valid for one hour, and for one use.',
    link: { action: 'Set a new password', hash: `reset-password?token=${token}` },
    otherwise: 'If it was not you, you need not do anything: your password stays as it is.',
  }),
  'password-changed': () => ({
    subject: 'Your password was changed',
    message: 'the password of your account was changed, and your other sessions were ended.',
    otherwise: 'If it was not you, reset your password at once: on the sign-in page, choose that you forgot it.',
  }),
};

const disabledWording = ({ webhookId, host, reason, at }: DisabledWebhook): Wording => ({
  subject: `A webhook was disabled: ${host}`,
  message: `the webhook ${webhookId} to ${host} was disabled at ${at.toISOString()}: ${reason}.`,
  link: { action: 'Look at its deliveries', hash: `/admin/webhooks/${encodeURIComponent(webhookId)}` },
  otherwise:
    'Nothing is sent to it until an admin enables it again, and orders that are settled meanwhile are not reported to it. Its pending deliveries are kept for 30 days.',
});

/** Writes a mail to an account. */
export function accountMail({ name, token, publicUrl, ...topic }: AccountMailFacts): OrderMail {
  const isDisabling = topic.kind === 'webhook-disabled';
  const { subject, message, link, otherwise } = isDisabling
    ? disabledWording(topic.webhook)
    : wordings[topic.kind](token);
  const greeting = `Hello ${printable(name) || 'there'},`;
  // After the number sign, so that a token reaches neither a server's log nor the page that is opened next.
  const button = link && { action: link.action, url: `${publicUrl}/#${link.hash}` };
  const paragraphs = [greeting, message, ...(button ? [button] : []), otherwise];
  return { subject, text: textOf(paragraphs), html: htmlOf(subject, paragraphs) };
}

type Paragraph = string | { action: string; url: string };

const textOf = (paragraphs: Paragraph[]) =>
  `${paragraphs.map((part) => (typeof part === 'string' ? part : `${part.action}: ${part.url}`)).join('\n\n')}\n`;

const htmlOf = (title: string, paragraphs: Paragraph[]) =>
  mailPage({
    title: escapeHtml(title),
    heading: escapeHtml(title),
    content: paragraphs
      .map((part) => mailParagraph(typeof part === 'string' ? escapeHtml(part) : linkOf(part)))
      .join('\n'),
  });

const linkOf = ({ action, url }: { action: string; url: string }) =>
  mailButton({ url: escapeHtml(url), label: escapeHtml(action) });
