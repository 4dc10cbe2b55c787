import { AuthService } from '@orders/proto';
import type { AccountMailKindOutput } from '@orders/proto/auth/v1/AccountMailKind';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { backgroundCallMs, pingMs, serviceCallMs } from '@orders/shared/time-limits';
import type { AccountMail } from '../account-mails/account-mail';
import type { AccountEvents } from '../account-mails/receive-account-events';
import type { IssuedMail } from '../account-mails/send-account-mails';
import type { Buyer } from '../mail/plan-mails';

type Kind = AccountMail['kind'];

const kinds: Record<AccountMailKindOutput, Kind | undefined> = {
  ACCOUNT_MAIL_KIND_UNSPECIFIED: undefined,
  ACCOUNT_MAIL_KIND_VERIFY_EMAIL: 'verify-email',
  ACCOUNT_MAIL_KIND_RESET_PASSWORD: 'reset-password',
  ACCOUNT_MAIL_KIND_PASSWORD_CHANGED: 'password-changed',
  ACCOUNT_MAIL_KIND_WEBHOOK_DISABLED: 'webhook-disabled',
};
const kindMessages = Object.fromEntries(Object.entries(kinds).map(([message, kind]) => [kind, message])) as Record<
  Kind,
  AccountMailKindOutput
>;

/** Reads from auth who gets mails, and which mails about accounts there are. */
export function createAuthClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(AuthService, addresses, { tls });
  const getUsers = client.unary('GetUsers');
  return {
    /** The buyers who still have an account. */
    find: async (userIds: string[]): Promise<Buyer[]> =>
      (await getUsers({ userIds }, serviceCallMs)).users.map(({ userId, name, email }) => ({ userId, name, email })),
    /** A kind that this version does not know stays with auth until one that does is here. */
    listEvents: async (limit: number): Promise<AccountEvents> => {
      const { mails, erasedUserIds } = await client.unary('ListAccountEvents')({ limit }, backgroundCallMs);
      const known = mails.flatMap(({ mailId, userId, kind: message }) => {
        const kind = kinds[message];
        return kind && kind !== 'webhook-disabled' ? [{ mailId, userId, kind }] : [];
      });
      return { mails: known, erasedUserIds };
    },
    acknowledgeEvents: async ({ mails, erasedUserIds }: AccountEvents): Promise<void> => {
      const acknowledged = { mails: mails.map(toMessage), erasedUserIds };
      await client.unary('AcknowledgeAccountEvents')(acknowledged, serviceCallMs);
    },
    issueMail: async (mail: AccountMail): Promise<IssuedMail> => {
      const { user, token, erased } = await client.unary('IssueAccountMail')({ mail: toMessage(mail) }, serviceCallMs);
      return { token, erased, ...(user && { recipient: { name: user.name, email: user.email } }) };
    },
    /** The ids of the users who are admins. */
    listAdmins: async (): Promise<string[]> => (await client.unary('ListAdmins')({}, serviceCallMs)).userIds,
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

const toMessage = ({ mailId, userId, kind }: Pick<AccountMail, 'mailId' | 'userId' | 'kind'>) => ({
  mailId,
  userId,
  kind: kindMessages[kind],
});
