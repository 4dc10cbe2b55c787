import { mailButton, mailPage, mailParagraph } from '../mail/mail-page';
import { escapeHtml, printable, type OrderMail } from '../mail/order-mail';

/** What a mail about an account is for. */
export const accountMailKinds = ['verify-email', 'reset-password', 'password-changed'] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];

/** A mail about an account, as the ledgers of auth and of the processor know it. */
export interface AccountMail {
  mailId: string;
  userId: string;
  kind: AccountMailKind;
}

export interface AccountMailFacts {
  kind: AccountMailKind;
  name: string;
  /** Empty for a mail that carries none. */
  token: string;
  /** Where the page is, without a slash at its end. */
  publicUrl: string;
}

interface Wording {
  subject: string;
  message: string;
  /** What the link does; a mail without one has no link. */
  action?: string;
  /** What to do where somebody else caused the mail. */
  otherwise: string;
}

const wordings: Record<AccountMailKind, Wording> = {
  'verify-email': {
    subject: 'Verify your e-mail address',
    message: 'please verify that this is your e-mail address. The link is valid for 24 hours.',
    action: 'Verify my address',
    otherwise: 'If you did not create an account, you need not do anything.',
  },
  'reset-password': {
    subject: 'Reset your password',
    message: 'somebody asked to reset the password of your account. The link is valid for one hour, and for one use.',
    action: 'Set a new password',
    otherwise: 'If it was not you, you need not do anything: your password stays as it is.',
  },
  'password-changed': {
    subject: 'Your password was changed',
    message: 'the password of your account was changed, and your other sessions were ended.',
    otherwise: 'If it was not you, reset your password at once: on the sign-in page, choose that you forgot it.',
  },
};

/** Writes a mail about an account. */
export function accountMail({ kind, name, token, publicUrl }: AccountMailFacts): OrderMail {
  const { subject, message, action, otherwise } = wordings[kind];
  const greeting = `Hello ${printable(name) || 'there'},`;
  // After the number sign, so that it reaches neither a server's log nor the page that is opened next.
  const link = action === undefined ? undefined : { action, url: `${publicUrl}/#${kind}?token=${token}` };
  const paragraphs = [greeting, message, ...(link ? [link] : []), otherwise];
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
