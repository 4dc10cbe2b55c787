import type { AccountMailKind as KindMessage } from '@orders/proto/auth/v1/AccountMailKind';
import type { AuthServiceHandlers } from '@orders/proto/auth/v1/AuthService';
import type { createUnary } from '@orders/shared/grpc-unary';
import { parse } from '@orders/shared/parse';
import { z } from 'zod';
import type { MailToIssue } from '../domain/mail-token';
import type { AccountEvents } from '../store/account-events';
import type { Account } from '../use-cases/account';
import type { ConfirmedChanges } from '../use-cases/confirmed-changes';
import type { IssuedMail } from '../use-cases/issue-account-mail';
import type { MailTokens } from '../use-cases/mail-tokens';
import { toUserMessage } from './auth-handlers';

export interface AccountHandlersNeeds {
  unary: ReturnType<typeof createUnary>;
  account: Account;
  mailTokens: MailTokens;
  confirmedChanges: ConfirmedChanges;
  events: Pick<AccountEvents, 'pendingMails' | 'erasedUsers' | 'acknowledgeMails' | 'acknowledgeErasures'>;
  issueAccountMail: (mail: MailToIssue) => Promise<IssuedMail>;
  /** The ids of the admins. */
  listAdmins: () => Promise<string[]>;
}

type Kind = MailToIssue['kind'];

const kindMessages: Record<Kind, KindMessage> = {
  'verify-email': 'ACCOUNT_MAIL_KIND_VERIFY_EMAIL',
  'reset-password': 'ACCOUNT_MAIL_KIND_RESET_PASSWORD',
  'password-changed': 'ACCOUNT_MAIL_KIND_PASSWORD_CHANGED',
  'webhook-disabled': 'ACCOUNT_MAIL_KIND_WEBHOOK_DISABLED',
};
const kinds = new Map(Object.entries(kindMessages).map(([kind, message]) => [message, kind as Kind]));

const userId = z.string().regex(/^[0-9a-f]{24}$/i, 'must be 24 hex digits');
const mail = z.object({
  mailId: z.string().min(1).max(64),
  userId,
  kind: z.custom<KindMessage>((kind) => kinds.has(kind as KindMessage), 'must be a kind of mail').transform(kindOf),
});
const requests = {
  ofUser: z.object({ userId }),
  rename: z.object({ userId, name: z.string() }),
  changePassword: z.object({ userId, password: z.string(), newPassword: z.string(), sessionId: z.string() }),
  erase: z.object({ userId, password: z.string() }),
  listEvents: z.object({ limit: z.int().min(1).max(1_000) }),
  acknowledge: z.object({ mails: z.array(mail).max(1_000), erasedUserIds: z.array(userId).max(1_000) }),
  issue: z.object({ mail }),
};

/** The RPCs that see and change existing accounts, and those by which the processor sends their mails. */
export const createAccountHandlers = ({
  unary,
  account,
  mailTokens,
  confirmedChanges,
  ...needs
}: AccountHandlersNeeds) =>
  ({
    ...createEventHandlers({ unary, ...needs }),
    VerifyEmail: unary(({ token }) => once(mailTokens.verifyEmail(token))),
    ResendVerification: unary((request) => once(mailTokens.resendVerification(parse(requests.ofUser, request).userId))),
    RequestPasswordReset: unary(({ email }) => once(mailTokens.requestPasswordReset(email))),
    ResetPassword: unary(async ({ token, password }) => ({
      user: toUserMessage(await mailTokens.resetPassword(token, password)),
    })),
    ChangePassword: unary((request) => {
      const { sessionId, ...change } = parse(requests.changePassword, request);
      return once(confirmedChanges.changePassword({ ...change, sessionId: sessionId || undefined }));
    }),
    GetAccount: unary(async (request) => ({
      user: toUserMessage(await account.get(parse(requests.ofUser, request).userId)),
    })),
    RenameAccount: unary(async (request) => {
      const { userId: id, name } = parse(requests.rename, request);
      return { user: toUserMessage(await account.rename(id, name)) };
    }),
    EraseAccount: unary((request) => {
      const { userId: id, password } = parse(requests.erase, request);
      return once(confirmedChanges.eraseAccount(id, password));
    }),
  }) satisfies Partial<AuthServiceHandlers>;

const createEventHandlers = ({
  unary,
  events,
  issueAccountMail,
  listAdmins,
}: Pick<AccountHandlersNeeds, 'unary' | 'events' | 'issueAccountMail' | 'listAdmins'>) =>
  ({
    ListAccountEvents: unary(async (request) => {
      const { limit } = parse(requests.listEvents, request);
      const [mails, erasedUserIds] = await Promise.all([events.pendingMails(limit), events.erasedUsers(limit)]);
      return { mails: mails.map(({ kind, ...ids }) => ({ ...ids, kind: kindMessages[kind] })), erasedUserIds };
    }),
    AcknowledgeAccountEvents: unary(async (request) => {
      const { mails, erasedUserIds } = parse(requests.acknowledge, request);
      await Promise.all([events.acknowledgeMails(mails), events.acknowledgeErasures(erasedUserIds)]);
      return {};
    }),
    IssueAccountMail: unary(async (request) => {
      const { user, ...issued } = await issueAccountMail(parse(requests.issue, request).mail);
      return { ...issued, ...(user && { user: toUserMessage(user) }) };
    }),
    ListAdmins: unary(async () => ({ userIds: await listAdmins() })),
  }) satisfies Partial<AuthServiceHandlers>;

function kindOf(message: KindMessage): Kind {
  const kind = kinds.get(message);
  if (!kind) throw new Error(`${String(message)} is no kind of mail`);
  return kind;
}

/** The answer of an RPC that has nothing to say but that it is done. */
async function once(done: Promise<void>): Promise<Record<string, never>> {
  await done;
  return {};
}
