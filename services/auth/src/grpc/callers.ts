import type { AuthServiceHandlers } from '@orders/proto/auth/v1/AuthService';
import type { CallerTable } from '@orders/proto/callers';

/** Which caller may call which method of auth. */
export const authCallers: CallerTable<AuthServiceHandlers> = {
  Register: ['gateway'],
  Login: ['gateway'],
  Refresh: ['gateway'],
  Logout: ['gateway'],
  ListSessions: ['gateway'],
  EndSession: ['gateway'],
  EndAllSessions: ['gateway'],
  ListKeys: ['gateway'],
  GetUsers: ['processor'],
  // Admins look for the orders of an address.
  FindUser: ['gateway'],
  VerifyEmail: ['gateway'],
  ResendVerification: ['gateway'],
  RequestPasswordReset: ['gateway'],
  ResetPassword: ['gateway'],
  ChangePassword: ['gateway'],
  GetAccount: ['gateway'],
  RenameAccount: ['gateway'],
  EraseAccount: ['gateway'],
  ListAccountEvents: ['processor'],
  AcknowledgeAccountEvents: ['processor'],
  IssueAccountMail: ['processor'],
  ListAdmins: ['processor'],
  ListAuditEntries: ['gateway', 'operator'],
};
