import type { AuthServiceHandlers } from '@orders/proto/auth/v1/AuthService';
import type { ListKeysResponse } from '@orders/proto/auth/v1/ListKeysResponse';
import type { createUnary } from '@orders/shared/grpc-unary';
import type { NewAccount } from '../domain/new-account';
import type { Session } from '../domain/session';
import type { User } from '../domain/user';
import type { Credentials } from '../use-cases/login-user';
import { toSessionMessage, toUserMessage } from './auth-message';

export interface AuthHandlersNeeds {
  unary: ReturnType<typeof createUnary>;
  registerUser: (account: NewAccount) => Promise<Session>;
  loginUser: (credentials: Credentials) => Promise<Session>;
  refreshSession: (token: string) => Promise<Session>;
  endSession: (token: string) => Promise<void>;
  getUsers: (userIds: string[]) => Promise<User[]>;
  keys: ListKeysResponse;
}

/** The RPCs of AuthService. */
export const createAuthHandlers = (needs: AuthHandlersNeeds): AuthServiceHandlers => {
  const { unary, registerUser, loginUser, refreshSession, endSession, getUsers, keys } = needs;
  return {
    Register: unary(async (request) => ({ session: toSessionMessage(await registerUser(request)) })),
    Login: unary(async (request) => ({ session: toSessionMessage(await loginUser(request)) })),
    Refresh: unary(async ({ refreshToken }) => ({ session: toSessionMessage(await refreshSession(refreshToken)) })),
    Logout: unary(async ({ refreshToken }) => {
      await endSession(refreshToken);
      return {};
    }),
    ListKeys: unary(() => Promise.resolve(keys)),
    GetUsers: unary(async ({ userIds }) => ({ users: (await getUsers(userIds)).map(toUserMessage) })),
  };
};
