import { DomainError } from '@orders/shared/errors';
import type { Session } from '../domain/session';
import { checkNewAccount, type NewAccount, type User } from '../domain/user';
import type { OpenSession } from './sessions';

export interface RegisterUserNeeds {
  users: {
    findByEmail: (email: string) => Promise<User | undefined>;
    /** Stores the account unless its address has one; says whether it did. */
    insert: (user: User) => Promise<boolean>;
  };
  hashPassword: (password: string) => Promise<string>;
  openSession: OpenSession;
  newId: () => string;
  now: () => Date;
}

/** Creates an account for an address that has none, and signs it in. */
export const createRegisterUser =
  ({ users, hashPassword, openSession, newId, now }: RegisterUserNeeds) =>
  async (account: NewAccount & { userAgent: string }): Promise<Session> => {
    checkNewAccount(account);
    const { name, email, password, userAgent } = account;
    // Saves hashing a password for nothing; what decides is the insert.
    if (await users.findByEmail(email)) throw emailTaken();

    const passwordHash = await hashPassword(password);
    const user = { userId: newId(), name, email, passwordHash, role: 'user', createdAt: now() } as const;
    if (!(await users.insert(user))) throw emailTaken();
    return openSession(user, userAgent);
  };

const emailTaken = () =>
  new DomainError('ALREADY_EXISTS', { code: 'EMAIL_TAKEN', message: 'this e-mail address already has an account' });
