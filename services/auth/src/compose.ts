import { createUnary } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import { createAuthHandlers, type AuthHandlersNeeds } from './grpc/auth-handlers';
import type { authMetrics } from './metrics';
import type { UserStore } from './store/user-store';
import { createLoginUser, type LoginUserNeeds } from './use-cases/login-user';
import { createRegisterUser, type RegisterUserNeeds } from './use-cases/register-user';
import { createLogout, createOpenSession, createRefreshSession, type SessionsNeeds } from './use-cases/sessions';
import { createUserSessions } from './use-cases/user-sessions';

export interface AuthAdapters
  extends
    Omit<SessionsNeeds, 'users' | 'countRefresh'>,
    Pick<LoginUserNeeds, 'passwords' | 'pauseUntil'>,
    Pick<RegisterUserNeeds, 'newId'>,
    Pick<AuthHandlersNeeds, 'keys'> {
  users: UserStore;
  metrics: typeof authMetrics;
  log: Log;
}

/** All of the service but its stores, its keys, its server and its clock. */
export function composeAuth({ metrics, log, ...adapters }: AuthAdapters) {
  const openSession = createOpenSession(adapters);
  const warn = (error: unknown, message: string) => log.warn({ error }, message);
  return {
    handlers: createAuthHandlers({
      unary: createUnary(log),
      registerUser: createRegisterUser({ ...adapters, hashPassword: adapters.passwords.hash, openSession }),
      loginUser: createLoginUser({ ...adapters, openSession, countLogin: metrics.countLogin, warn }),
      refreshSession: createRefreshSession({ ...adapters, countRefresh: metrics.countRefresh }),
      logout: createLogout(adapters),
      userSessions: createUserSessions(adapters),
      findUsers: adapters.users.findMany,
      keys: adapters.keys,
    }),
  };
}
