import { DomainError } from '@orders/shared/errors';
import { checkNewAccount, type NewAccount } from '../domain/new-account';
import type { Session } from '../domain/session';
import type { OpenSession } from './open-session';
import type { UserStore } from './stores';

export interface RegisterUserNeeds {
  users: Pick<UserStore, 'findByEmail' | 'insert'>;
  hashPassword: (password: string) => Promise<string>;
  openSession: OpenSession;
  newId: () => string;
  now: () => Date;
}

/** Makes an account for an address that has none, and signs it in. */
export const createRegisterUser =
  ({ users, hashPassword, openSession, newId, now }: RegisterUserNeeds) =>
  async (account: NewAccount): Promise<Session> => {
    checkNewAccount(account);
    const { name, email, password } = account;
    // Only spares the hashing of a password for nothing; the insert is what decides.
    if (await users.findByEmail(email)) throw emailTaken();

    const passwordHash = await hashPassword(password);
    const user = { userId: newId(), name, email, passwordHash, role: 'user', createdAt: now() } as const;
    if (!(await users.insert(user))) throw emailTaken();
    return openSession(user);
  };

const emailTaken = () =>
  new DomainError('ALREADY_EXISTS', { code: 'EMAIL_TAKEN', message: 'this e-mail address has an account' });
