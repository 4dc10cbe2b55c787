import { DomainError } from '@orders/shared/errors';
import type { Session } from '../domain/session';
import type { User } from '../domain/user';
import type { OpenSession } from './open-session';
import type { UserStore } from './stores';

export type LoginOutcome = 'success' | 'rejected' | 'error';

/** What the login needs of the way passwords are kept. */
export interface Passwords {
  hash: (password: string) => Promise<string>;
  /** Whether the password fits; without a hash it takes as long and says no. */
  verify: (password: string, hash: string | undefined) => Promise<boolean>;
  /** Whether the hash was made in a way that new ones no longer are. */
  isOutdated: (hash: string) => boolean;
}

export interface LoginUserNeeds {
  users: Pick<UserStore, 'findByEmail' | 'replaceHash'>;
  passwords: Passwords;
  openSession: OpenSession;
  countLogin: (outcome: LoginOutcome) => void;
  warn: (error: unknown, message: string) => void;
  now: () => Date;
  pauseUntil: (time: Date) => Promise<void>;
}

export interface Credentials {
  email: string;
  password: string;
}

// Longer than any check of a hash takes on an idle machine: what kind of hash an account has must not show in the time.
const rejectionMs = 250;

/** Signs an account in; an unknown address and a wrong password look and take the same. */
export function createLoginUser({ users, passwords, openSession, countLogin, warn, now, pauseUntil }: LoginUserNeeds) {
  return async (credentials: Credentials): Promise<Session> => {
    try {
      const session = await login(credentials);
      countLogin('success');
      return session;
    } catch (error) {
      countLogin(isRejection(error) ? 'rejected' : 'error');
      throw error;
    }
  };

  async function login({ email, password }: Credentials): Promise<Session> {
    const rejectAt = new Date(now().getTime() + rejectionMs);
    const user = await users.findByEmail(email);
    const isRight = await passwords.verify(password, user?.passwordHash);
    if (!user || !isRight) {
      await pauseUntil(rejectAt);
      throw invalidCredentials();
    }
    if (passwords.isOutdated(user.passwordHash)) await upgradeHash(user, password);
    return openSession(user);
  }

  // An upgrade that fails is tried at the next login; it must not cost this one.
  async function upgradeHash({ userId, passwordHash }: User, password: string): Promise<void> {
    try {
      await users.replaceHash({ userId, from: passwordHash, to: await passwords.hash(password) });
    } catch (error) {
      warn(error, 'password hash not upgraded');
    }
  }
}

const invalidCredentials = () =>
  new DomainError('UNAUTHENTICATED', { code: 'INVALID_CREDENTIALS', message: 'e-mail address or password is wrong' });

const isRejection = (error: unknown) => error instanceof DomainError && error.kind === 'UNAUTHENTICATED';
