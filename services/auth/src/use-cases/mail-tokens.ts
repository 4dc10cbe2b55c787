import { DomainError } from '@orders/shared/errors';
import { parseMailToken, type AccountMail, type TokenMailKind } from '../domain/mail-token';
import { checkPassword, type IsCommonPassword, type User } from '../domain/user';
import { existing } from './account';
import type { FamilyStore } from './sessions';

interface UsedToken {
  userId: string;
  hash: string;
  at: Date;
}

export interface MailTokensNeeds {
  users: {
    find: (userId: string) => Promise<User | undefined>;
    findByEmail: (email: string) => Promise<User | undefined>;
  };
  accounts: {
    requestMail: (mail: AccountMail & { kind: TokenMailKind; at: Date }) => Promise<void>;
    /** Spends the token; says whether it was valid. */
    verifyEmail: (token: UsedToken) => Promise<boolean>;
    hasResetToken: (token: UsedToken) => Promise<boolean>;
    /** Spends the token and sets the password; undefined where it is not valid. */
    resetPassword: (reset: UsedToken & { passwordHash: string; mailId: string }) => Promise<User | undefined>;
  };
  families: Pick<FamilyStore, 'revokeAllOfUser'>;
  hashPassword: (password: string) => Promise<string>;
  isCommonPassword: IsCommonPassword;
  hashToken: (token: string) => string;
  newMailId: () => string;
  now: () => Date;
  pauseUntil: (time: Date) => Promise<void>;
}

// Longer than finding an account and recording a mail takes: the time must not show whether there is one.
const requestMs = 250;

/** What is done with tokens that were mailed, and how to get one. */
export function createMailTokens({ users, accounts, families, ...needs }: MailTokensNeeds) {
  const { hashPassword, isCommonPassword, hashToken, newMailId, now, pauseUntil } = needs;

  const usedToken = (token: string): UsedToken => {
    const parsed = parseMailToken(token);
    if (!parsed) throw invalidToken();
    return { userId: parsed.userId, hash: hashToken(token), at: now() };
  };

  return {
    /** Marks the address as verified. */
    verifyEmail: async (token: string): Promise<void> => {
      if (!(await accounts.verifyEmail(usedToken(token)))) throw invalidToken();
    },

    /** Mails another token to an address that is not verified. */
    resendVerification: async (userId: string): Promise<void> => {
      const { emailVerified } = existing(await users.find(userId));
      if (emailVerified) return;
      await accounts.requestMail({ userId, mailId: newMailId(), kind: 'verify-email', at: now() });
    },

    /** Mails a token to an address that has an account; an unknown address gets the same answer in the same time. */
    requestPasswordReset: async (email: string): Promise<void> => {
      const answerAt = new Date(now().getTime() + requestMs);
      const user = await users.findByEmail(email);
      const request = { mailId: newMailId(), kind: 'reset-password', at: now() } as const;
      if (user) await accounts.requestMail({ userId: user.userId, ...request });
      await pauseUntil(answerAt);
    },

    /** Sets a password, and ends all sessions: whoever had the old password is out. */
    resetPassword: async (token: string, password: string): Promise<User> => {
      checkPassword('password', password, isCommonPassword);
      const used = usedToken(token);
      // Saves hashing a password for nothing; what decides is the write.
      if (!(await accounts.hasResetToken(used))) throw invalidToken();
      const passwordHash = await hashPassword(password);
      const at = now();
      const user = await accounts.resetPassword({ ...used, passwordHash, mailId: newMailId(), at });
      if (!user) throw invalidToken();
      await families.revokeAllOfUser(user.userId, at);
      return user;
    },
  };
}

export type MailTokens = ReturnType<typeof createMailTokens>;

const invalidToken = () =>
  new DomainError('INVALID', {
    code: 'INVALID_TOKEN',
    message: 'the link is invalid, expired, already used or replaced by a newer one; ask for another',
  });
