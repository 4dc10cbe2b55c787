import type { AuthServiceHandlers } from '@orders/proto/auth/v1/AuthService';
import { createUnary } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import { createAccountHandlers } from './grpc/account-handlers';
import { createAuthHandlers, type AuthHandlersNeeds } from './grpc/auth-handlers';
import type { authMetrics } from './metrics';
import type { AccountEvents } from './store/account-events';
import type { AccountStore } from './store/account-store';
import type { UserStore } from './store/user-store';
import { createAccount } from './use-cases/account';
import { createConfirmedChanges } from './use-cases/confirmed-changes';
import { createIssueAccountMail } from './use-cases/issue-account-mail';
import { createLoginUser, type LoginUserNeeds } from './use-cases/login-user';
import { createMailTokens } from './use-cases/mail-tokens';
import { createRegisterUser, type RegisterUserNeeds } from './use-cases/register-user';
import { createLogout, createOpenSession, createRefreshSession, type SessionsNeeds } from './use-cases/sessions';
import { createUserSessions } from './use-cases/user-sessions';

export interface AuthAdapters
  extends
    Omit<SessionsNeeds, 'users' | 'countRefresh'>,
    Pick<LoginUserNeeds, 'passwords' | 'pauseUntil'>,
    Pick<RegisterUserNeeds, 'newId' | 'newMailId' | 'isCommonPassword'>,
    Pick<AuthHandlersNeeds, 'keys' | 'auditLog'> {
  users: UserStore;
  accounts: AccountStore;
  events: AccountEvents;
  metrics: typeof authMetrics;
  log: Log;
}

/** All of the service but its stores, its keys, its server and its clock. */
export function composeAuth({ metrics, log, ...adapters }: AuthAdapters) {
  const openSession = createOpenSession(adapters);
  const hashPassword = adapters.passwords.hash;
  const warn = (error: unknown, message: string) => log.warn({ error }, message);
  const unary = createUnary(log);
  const signIn = createAuthHandlers({
    unary,
    registerUser: createRegisterUser({ ...adapters, hashPassword, openSession }),
    loginUser: createLoginUser({ ...adapters, openSession, countLogin: metrics.countLogin, warn }),
    refreshSession: createRefreshSession({ ...adapters, countRefresh: metrics.countRefresh }),
    logout: createLogout(adapters),
    userSessions: createUserSessions(adapters),
    findUsers: adapters.users.findMany,
    findUser: adapters.users.findByEmail,
    keys: adapters.keys,
    auditLog: adapters.auditLog,
  });
  const accounts = createAccountHandlers({
    unary,
    account: createAccount(adapters),
    mailTokens: createMailTokens({ ...adapters, hashPassword }),
    confirmedChanges: createConfirmedChanges(adapters),
    events: adapters.events,
    issueAccountMail: createIssueAccountMail(adapters),
    listAdmins: adapters.users.listAdmins,
  });
  return { handlers: { ...signIn, ...accounts } satisfies AuthServiceHandlers };
}
