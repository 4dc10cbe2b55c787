import { DomainError } from '@orders/shared/errors';
import { checkName, type User } from '../domain/user';

export interface AccountNeeds {
  users: { find: (userId: string) => Promise<User | undefined> };
  accounts: { rename: (userId: string, name: string) => Promise<User | undefined> };
}

/** What users may see and change of their own account without their password. */
export const createAccount = ({ users, accounts }: AccountNeeds) => ({
  get: async (userId: string): Promise<User> => existing(await users.find(userId)),

  rename: async (userId: string, name: string): Promise<User> => {
    const normalized = name.normalize('NFC').trim();
    checkName(normalized);
    return existing(await accounts.rename(userId, normalized));
  },
});

export type Account = ReturnType<typeof createAccount>;

/** The account of a caller whose access token outlived it is gone. */
export function existing(user: User | undefined): User {
  if (user) return user;
  throw new DomainError('UNAUTHENTICATED', { code: 'UNAUTHENTICATED', message: 'this account no longer exists' });
}

export const invalidCredentials = (message = 'e-mail address or password is wrong') =>
  new DomainError('UNAUTHENTICATED', { code: 'INVALID_CREDENTIALS', message });
