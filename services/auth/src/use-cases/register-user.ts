import { DomainError } from '@orders/shared/errors';
import type { Session } from '../domain/session';
import { checkNewAccount, type IsCommonPassword, type NewAccount, type User } from '../domain/user';
import type { OpenSession } from './sessions';

export interface RegisterUserNeeds {
  users: {
    findByEmail: (email: string) => Promise<User | undefined>;
    /** Stores the account, with a mail to verify its address, unless the address has one; says whether it did. */
    insert: (user: User, mailId: string) => Promise<boolean>;
  };
  hashPassword: (password: string) => Promise<string>;
  openSession: OpenSession;
  isCommonPassword: IsCommonPassword;
  newId: () => string;
  newMailId: () => string;
  now: () => Date;
}

/** Creates an account for an address that has none, and signs it in. */
export const createRegisterUser =
  ({ users, hashPassword, openSession, isCommonPassword, newId, newMailId, now }: RegisterUserNeeds) =>
  async (account: NewAccount & { userAgent: string }): Promise<Session> => {
    const { email, password, userAgent } = account;
    const name = account.name.normalize('NFC');
    checkNewAccount({ name, email, password }, isCommonPassword);
    // Saves hashing a password for nothing; what decides is the insert.
    if (await users.findByEmail(email)) throw emailTaken();

    const passwordHash = await hashPassword(password);
    const facts = { name, email, emailVerified: false, passwordHash, role: 'user', createdAt: now() } as const;
    const user = { userId: newId(), ...facts };
    if (!(await users.insert(user, newMailId()))) throw emailTaken();
    return openSession(user, { userAgent });
  };

const emailTaken = () =>
  new DomainError('ALREADY_EXISTS', { code: 'EMAIL_TAKEN', message: 'this e-mail address already has an account' });
