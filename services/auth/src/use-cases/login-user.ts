import { DomainError } from '@orders/shared/errors';
import type { Session } from '../domain/session';
import type { User } from '../domain/user';
import { invalidCredentials } from './account';
import type { OpenSession } from './sessions';

export type LoginOutcome = 'success' | 'rejected' | 'error';

export interface Passwords {
  hash: (password: string) => Promise<string>;
  /** Whether the password matches; without a hash the answer is no and takes as long. */
  verify: (password: string, hash: string | undefined) => Promise<boolean>;
  /** How long a check of this password takes on an idle machine, against any hash but the dearest imported ones. */
  longestCheckMs: (password: string) => number;
  /** Whether new hashes are made in another way. */
  isOutdated: (hash: string) => boolean;
}

export interface LoginUserNeeds {
  users: {
    findByEmail: (email: string) => Promise<User | undefined>;
    /** Replaces the password hash if it still is `from`. */
    replaceHash: (change: { userId: string; from: string; to: string }) => Promise<void>;
  };
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
  userAgent: string;
}

/** Signs an account in; an unknown address and a wrong password get the same answer in the same time. */
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

  async function login({ email, password, userAgent }: Credentials): Promise<Session> {
    const startedAt = now();
    // The time must not show which kind of hash an account has, nor that there is none.
    const rejectAt = new Date(startedAt.getTime() + passwords.longestCheckMs(password));
    const user = await users.findByEmail(email);
    const matches = await passwords.verify(password, user?.passwordHash);
    if (!user || !matches) {
      await pauseUntil(rejectAt);
      throw invalidCredentials();
    }
    if (passwords.isOutdated(user.passwordHash)) await upgradeHash(user, password);
    return openSession(user, { userAgent, at: startedAt });
  }

  // An upgrade that fails is repeated at the next login; this one succeeds without it.
  async function upgradeHash({ userId, passwordHash }: User, password: string): Promise<void> {
    try {
      await users.replaceHash({ userId, from: passwordHash, to: await passwords.hash(password) });
    } catch (error) {
      warn(error, 'password hash not upgraded');
    }
  }
}

const isRejection = (error: unknown) => error instanceof DomainError && error.kind === 'UNAUTHENTICATED';
