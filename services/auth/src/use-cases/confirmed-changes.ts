import { unavailable } from '@orders/shared/errors';
import { checkPassword, type IsCommonPassword, type User } from '../domain/user';
import { existing, invalidCredentials } from './account';
import type { Passwords } from './login-user';
import type { FamilyStore } from './sessions';

export interface PasswordChange {
  userId: string;
  password: string;
  newPassword: string;
  /** The session that stays. */
  sessionId: string | undefined;
}

export interface ConfirmedChangesNeeds {
  users: { find: (userId: string) => Promise<User | undefined> };
  accounts: {
    /** Sets the password where it still is the one that was checked; undefined where it is another one. */
    changePassword: (change: {
      userId: string;
      from: string;
      passwordHash: string;
      mailId: string;
      except: string | undefined;
      at: Date;
    }) => Promise<User | undefined>;
  };
  events: { erase: (account: { userId: string; passwordHash: string; at: Date }) => Promise<boolean> };
  families: Pick<FamilyStore, 'revokeAllOfUser'>;
  passwords: Pick<Passwords, 'hash' | 'verify'>;
  isCommonPassword: IsCommonPassword;
  newMailId: () => string;
  now: () => Date;
}

// Between the check of a password and the write, a sign-in may replace its hash, or another change the password.
const maxAttempts = 3;

/** What users may do to their account only with their password. */
export function createConfirmedChanges({
  users,
  accounts,
  events,
  families,
  passwords,
  ...needs
}: ConfirmedChangesNeeds) {
  const { isCommonPassword, newMailId, now } = needs;

  return {
    /** Sets a password and ends all other sessions. */
    changePassword: async ({ userId, password, newPassword, sessionId }: PasswordChange): Promise<void> => {
      checkPassword('newPassword', newPassword, isCommonPassword);
      await withPassword(userId, password, async ({ passwordHash: from }) => {
        const passwordHash = await passwords.hash(newPassword);
        const change = { userId, from, passwordHash, mailId: newMailId(), except: sessionId, at: now() };
        if (!(await accounts.changePassword(change))) return false;
        await families.revokeAllOfUser(userId, change.at, sessionId);
        return true;
      });
    },

    /** Deletes the account, and all that is kept of its user but orders. */
    eraseAccount: (userId: string, password: string): Promise<void> =>
      withPassword(userId, password, ({ passwordHash }) => events.erase({ userId, passwordHash, at: now() })),
  };

  /** Makes a change once the password is checked, and again where the account changed meanwhile. */
  async function withPassword(userId: string, password: string, change: (user: User) => Promise<boolean>) {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const user = existing(await users.find(userId));
      if (!(await passwords.verify(password, user.passwordHash))) throw invalidCredentials('the password is wrong');
      if (await change(user)) return;
    }
    throw unavailable('the account changes at this moment; try again');
  }
}

export type ConfirmedChanges = ReturnType<typeof createConfirmedChanges>;
