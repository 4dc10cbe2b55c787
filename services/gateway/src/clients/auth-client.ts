import { AuthService } from '@orders/proto';
import type { OpenSessionOutput } from '@orders/proto/auth/v1/OpenSession';
import type { RoleOutput } from '@orders/proto/auth/v1/Role';
import type { SessionOutput } from '@orders/proto/auth/v1/Session';
import type { UserOutput } from '@orders/proto/auth/v1/User';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { backgroundCallMs, pingMs, requestDeadlineMs } from '@orders/shared/time-limits';
import { createListAuditEntries } from './audit-entries';
import { isoTime } from './from-wire';

export interface Session {
  user: { _id: string; name: string; email: string };
  token: string;
  refreshToken: string;
  expiresInSeconds: number;
  refreshExpiresInSeconds: number;
}

/** An account as its user sees it. */
export interface Account {
  _id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  role: 'user' | 'admin';
  createdAt: string | null;
}

export interface OpenSession {
  id: string;
  createdAt: string | null;
  lastUsedAt: string | null;
  userAgent: string;
}

// A second attempt after a lost answer would issue a pair too many, or find the address taken or the session ended.
const nonIdempotent = [
  'Refresh',
  'Register',
  'EndSession',
  'VerifyEmail',
  'RequestPasswordReset',
  'ResendVerification',
  'ResetPassword',
  'ChangePassword',
  'EraseAccount',
] as const;

/** Calls auth. */
export function createAuthClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(AuthService, addresses, { nonIdempotent: [...nonIdempotent], tls });
  return {
    register: async (account: { name: string; email: string; password: string; userAgent: string }) =>
      toSession((await client.unary('Register')(account, requestDeadlineMs)).session),
    login: async (credentials: { email: string; password: string; userAgent: string }) =>
      toSession((await client.unary('Login')(credentials, requestDeadlineMs)).session),
    refresh: async (refreshToken: string) =>
      toSession((await client.unary('Refresh')({ refreshToken }, requestDeadlineMs)).session),
    logout: async (refreshToken: string): Promise<void> => {
      await client.unary('Logout')({ refreshToken }, requestDeadlineMs);
    },
    listSessions: async (userId: string): Promise<OpenSession[]> =>
      (await client.unary('ListSessions')({ userId }, requestDeadlineMs)).sessions.map(toOpenSession),
    endSession: async (userId: string, sessionId: string): Promise<void> => {
      await client.unary('EndSession')({ userId, sessionId }, requestDeadlineMs);
    },
    endAllSessions: async (userId: string): Promise<void> => {
      await client.unary('EndAllSessions')({ userId }, requestDeadlineMs);
    },
    verifyEmail: async (token: string): Promise<void> => {
      await client.unary('VerifyEmail')({ token }, requestDeadlineMs);
    },
    resendVerification: async (userId: string): Promise<void> => {
      await client.unary('ResendVerification')({ userId }, requestDeadlineMs);
    },
    requestPasswordReset: async (email: string): Promise<void> => {
      await client.unary('RequestPasswordReset')({ email }, requestDeadlineMs);
    },
    resetPassword: async (token: string, password: string): Promise<Account> =>
      toAccount((await client.unary('ResetPassword')({ token, password }, requestDeadlineMs)).user),
    changePassword: async ({ sessionId = '', ...change }: PasswordChange): Promise<void> => {
      await client.unary('ChangePassword')({ ...change, sessionId }, requestDeadlineMs);
    },
    getAccount: async (userId: string): Promise<Account> =>
      toAccount((await client.unary('GetAccount')({ userId }, requestDeadlineMs)).user),
    renameAccount: async (userId: string, name: string): Promise<Account> =>
      toAccount((await client.unary('RenameAccount')({ userId, name }, requestDeadlineMs)).user),
    eraseAccount: async (userId: string, password: string): Promise<void> => {
      await client.unary('EraseAccount')({ userId, password }, requestDeadlineMs);
    },
    /** The id of the account with an address; undefined where there is none. */
    findUserId: async (email: string): Promise<string | undefined> =>
      (await client.unary('FindUser')({ email }, requestDeadlineMs)).user?.userId,
    listKeys: () => client.unary('ListKeys')({}, backgroundCallMs),
    listAuditEntries: createListAuditEntries((page) => client.unary('ListAuditEntries')(page, requestDeadlineMs)),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type AuthClient = ReturnType<typeof createAuthClient>;

function toSession(session: SessionOutput | null): Session {
  if (!session?.user) throw new Error('auth answered without a session');
  const { userId, name, email } = session.user;
  return {
    user: { _id: userId, name, email },
    token: session.accessToken,
    refreshToken: session.refreshToken,
    expiresInSeconds: session.expiresInSeconds,
    refreshExpiresInSeconds: session.refreshExpiresInSeconds,
  };
}

interface PasswordChange {
  userId: string;
  password: string;
  newPassword: string;
  /** The session that stays. */
  sessionId?: string | undefined;
}

const roles: Record<RoleOutput, Account['role']> = { ROLE_UNSPECIFIED: 'user', ROLE_USER: 'user', ROLE_ADMIN: 'admin' };

function toAccount(user: UserOutput | null): Account {
  if (!user) throw new Error('auth answered without an account');
  const { userId, name, email, emailVerified, role, createdAt } = user;
  return { _id: userId, name, email, emailVerified, role: roles[role], createdAt: isoTime(createdAt) };
}

const toOpenSession = ({ sessionId, createdAt, lastUsedAt, userAgent }: OpenSessionOutput): OpenSession => ({
  id: sessionId,
  createdAt: isoTime(createdAt),
  lastUsedAt: isoTime(lastUsedAt),
  userAgent,
});
