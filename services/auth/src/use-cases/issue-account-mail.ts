import {
  formatMailToken,
  tokenLifeMs,
  type AccountMail,
  type MailToIssue,
  type TokenMailKind,
} from '../domain/mail-token';
import type { User } from '../domain/user';

export interface IssueAccountMailNeeds {
  users: { find: (userId: string) => Promise<User | undefined> };
  accounts: {
    /** Makes a token valid for a mail; undefined where the mail is no longer wanted. */
    issueToken: (
      token: AccountMail & { kind: TokenMailKind; hash: string; expiresAt: Date },
    ) => Promise<User | undefined>;
  };
  newSecret: () => string;
  hashToken: (token: string) => string;
  now: () => Date;
}

/** What a mail needs; without a user it is no longer wanted. */
export interface IssuedMail {
  user?: User;
  token: string;
  /** Whether the account is gone. */
  erased: boolean;
}

/** Answers the recipient of a mail, and its token: made at the moment of sending, so that it is stored nowhere but as a hash. */
export const createIssueAccountMail =
  ({ users, accounts, newSecret, hashToken, now }: IssueAccountMailNeeds) =>
  async (mail: MailToIssue): Promise<IssuedMail> => {
    const { userId, kind } = mail;
    const user = await users.find(userId);
    if (!user) return { token: '', erased: true };
    if (kind === 'password-changed') return { user, token: '', erased: false };
    if (kind === 'webhook-disabled') return { ...(user.role === 'admin' && { user }), token: '', erased: false };

    const token = formatMailToken({ userId, secret: newSecret() });
    const expiresAt = new Date(now().getTime() + tokenLifeMs[kind]);
    const recipient = await accounts.issueToken({ ...mail, kind, hash: hashToken(token), expiresAt });
    return recipient ? { user: recipient, token, erased: false } : { token: '', erased: false };
  };
