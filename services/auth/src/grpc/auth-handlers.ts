import type { AuthServiceHandlers } from '@orders/proto/auth/v1/AuthService';
import type { ListKeysResponse } from '@orders/proto/auth/v1/ListKeysResponse';
import type { OpenSession as OpenSessionMessage } from '@orders/proto/auth/v1/OpenSession';
import type { Role as RoleMessage } from '@orders/proto/auth/v1/Role';
import type { Session as SessionMessage } from '@orders/proto/auth/v1/Session';
import type { User as UserMessage } from '@orders/proto/auth/v1/User';
import { createListAuditEntries } from '@orders/shared/audit-entries';
import type { AuditLog } from '@orders/shared/audit-log';
import type { createUnary } from '@orders/shared/grpc-unary';
import { parse, text } from '@orders/shared/parse';
import { toTimestamp } from '@orders/shared/timestamp';
import { z } from 'zod';
import { accessTokenSeconds, type RefreshFamily, type Session } from '../domain/session';
import type { NewAccount, Role, User } from '../domain/user';
import type { Credentials } from '../use-cases/login-user';
import type { UserSessions } from '../use-cases/user-sessions';

export interface AuthHandlersNeeds {
  unary: ReturnType<typeof createUnary>;
  registerUser: (account: NewAccount & { userAgent: string }) => Promise<Session>;
  loginUser: (credentials: Credentials) => Promise<Session>;
  refreshSession: (token: string) => Promise<Session>;
  logout: (token: string) => Promise<void>;
  userSessions: UserSessions;
  /** Returns those of the accounts that exist. */
  findUsers: (userIds: string[]) => Promise<User[]>;
  findUser: (email: string) => Promise<User | undefined>;
  keys: ListKeysResponse;
  auditLog: Pick<AuditLog, 'list'>;
}

const maxUsers = 1_000;
const oneAddress = z.object({ email: text(0, 320) });
const userList = z.object({ userIds: z.array(z.string()).max(maxUsers, `must have at most ${maxUsers} entries`) });

/** The RPCs by which users sign in and out, and by which others know them. */
export const createAuthHandlers = (needs: AuthHandlersNeeds) => {
  const { unary, registerUser, loginUser, refreshSession, logout, userSessions, findUsers, findUser, keys } = needs;
  return {
    Register: unary(async (request) => ({ session: toSessionMessage(await registerUser(request)) })),
    Login: unary(async (request) => ({ session: toSessionMessage(await loginUser(request)) })),
    Refresh: unary(async ({ refreshToken }) => ({ session: toSessionMessage(await refreshSession(refreshToken)) })),
    Logout: unary(async ({ refreshToken }) => {
      await logout(refreshToken);
      return {};
    }),
    ListSessions: unary(async ({ userId }) => ({
      sessions: (await userSessions.list(userId)).map(toOpenSessionMessage),
    })),
    EndSession: unary(async ({ userId, sessionId }) => {
      await userSessions.end(userId, sessionId);
      return {};
    }),
    EndAllSessions: unary(async ({ userId }) => {
      await userSessions.endAll(userId);
      return {};
    }),
    ListAuditEntries: unary(createListAuditEntries(needs.auditLog)),
    ListKeys: unary(() => Promise.resolve(keys)),
    GetUsers: unary(async (request) => ({
      users: (await findUsers(parse(userList, request).userIds)).map(toUserMessage),
    })),
    FindUser: unary(async (request) => {
      const user = await findUser(parse(oneAddress, request).email);
      return user ? { user: toUserMessage(user) } : {};
    }),
  } satisfies Partial<AuthServiceHandlers>;
};

const roleMessages: Record<Role, RoleMessage> = { user: 'ROLE_USER', admin: 'ROLE_ADMIN' };

export const toUserMessage = ({ userId, name, email, emailVerified, role, createdAt }: User): UserMessage => ({
  userId,
  name,
  email,
  emailVerified,
  role: roleMessages[role],
  createdAt: toTimestamp(createdAt),
});

const toOpenSessionMessage = ({ familyId, createdAt, rotatedAt, userAgent }: RefreshFamily): OpenSessionMessage => ({
  sessionId: familyId,
  createdAt: toTimestamp(createdAt),
  lastUsedAt: toTimestamp(rotatedAt),
  userAgent,
});

const toSessionMessage = ({ user, accessToken, refreshToken, refreshExpiresInSeconds }: Session): SessionMessage => ({
  user: toUserMessage(user),
  accessToken,
  refreshToken,
  expiresInSeconds: accessTokenSeconds,
  refreshExpiresInSeconds,
});
