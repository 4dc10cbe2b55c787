/** What a mail about an account is for. */
export const accountMailKinds = ['verify-email', 'reset-password', 'password-changed'] as const;
export type AccountMailKind = (typeof accountMailKinds)[number];

/** A mail about an account that is to be sent. */
export interface AccountMail {
  mailId: string;
  userId: string;
  kind: AccountMailKind;
}

/** A mail whose recipient is asked for: one about an account, or one to an admin. */
export interface MailToIssue extends Omit<AccountMail, 'kind'> {
  kind: AccountMailKind | 'webhook-disabled';
}

const hourMs = 3_600_000;

/** The mails that carry a token. */
export type TokenMailKind = Exclude<AccountMailKind, 'password-changed'>;

/** How long the token of a mail is valid. */
export const tokenLifeMs: Record<TokenMailKind, number> = { 'verify-email': 24 * hourMs, 'reset-password': hourMs };

/** The parts of a token that is mailed: whose it is, and a secret for one use. */
export interface MailToken {
  /** 24 hex digits. */
  userId: string;
  /** 32 random bytes, as base64url. */
  secret: string;
}

const [userIdBytes, secretBytes] = [12, 32];
const tokenForm = /^[A-Za-z0-9_-]{59}$/;

/** The token as it stands in a link: one word of letters, digits, `_` and `-`. */
export const formatMailToken = ({ userId, secret }: MailToken): string =>
  Buffer.concat([Buffer.from(userId, 'hex'), Buffer.from(secret, 'base64url')]).toString('base64url');

/** The parts of a token that a client sent; undefined where it has another form. */
export function parseMailToken(text: string): MailToken | undefined {
  if (!tokenForm.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== userIdBytes + secretBytes || bytes.toString('base64url') !== text) return undefined;
  return {
    userId: bytes.subarray(0, userIdBytes).toString('hex'),
    secret: bytes.subarray(userIdBytes).toString('base64url'),
  };
}
