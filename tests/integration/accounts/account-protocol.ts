import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createAccountEvents } from '@orders/auth/store/account-events';
import { createAccountStore } from '@orders/auth/store/account-store';
import { authCollections } from '@orders/auth/store/schemas';
import { createUserStore } from '@orders/auth/store/user-store';
import { hashToken, newSecret } from '@orders/auth/tokens/issue-tokens';
import { createIssueAccountMail } from '@orders/auth/use-cases/issue-account-mail';
import { createMailTokens } from '@orders/auth/use-cases/mail-tokens';
import type { AccountMail } from '@orders/processor/account-mails/account-mail';
import { createAccountMailLedger } from '@orders/processor/account-mails/account-mail-ledger';
import { accountMailCollection } from '@orders/processor/account-mails/account-mail-document';
import { createReceiveAccountEvents } from '@orders/processor/account-mails/receive-account-events';
import { createSendAccountMails } from '@orders/processor/account-mails/send-account-mails';
import type { OrderMail } from '@orders/processor/mail/order-mail';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import type { CrashPoints } from './crash-points';

/** What a planted fault may put something wrong in the place of. */
export const soundAccountParts = { createAccountStore, createReceiveAccountEvents };
export type AccountParts = typeof soundAccountParts;

export interface Databases {
  auth: TestDatabase;
  processor: TestDatabase;
}

export const openDatabases = async (): Promise<Databases> => ({
  auth: await createTestDatabase('account_protocol_auth', authCollections),
  processor: await createTestDatabase('account_protocol_processor', [accountMailCollection]),
});

const leaseMs = 40;

/** Auth and the processor as far as accounts are concerned, on real databases, without the wires between them. */
export function startAccounts({ auth, processor }: Databases, parts: AccountParts, crashes: CrashPoints) {
  const { mongo } = auth;
  const users = createUserStore(mongo);
  const accounts = parts.createAccountStore(mongo);
  const events = createAccountEvents(mongo);
  const now = () => new Date();
  const sent: { to: string; mail: OrderMail }[] = [];
  const tokens = createMailTokens({
    users,
    accounts,
    families: { revokeAllOfUser: () => Promise.resolve(0) },
    hashPassword: (password) => Promise.resolve(`$argon2id$${password}`),
    isCommonPassword: () => false,
    hashToken,
    newMailId: randomUUID,
    now,
    pauseUntil: () => Promise.resolve(),
  });
  const issueMail = createIssueAccountMail({ users, accounts, newSecret, hashToken, now });

  /** One life of a processor: it does all that there is to do, or crashes. */
  const runProcessor = async (): Promise<void> => {
    const ledger = crashes.within(createAccountMailLedger(processor.mongo));
    const client = crashes.within({
      listEvents: async (limit: number) => ({
        mails: await events.pendingMails(limit),
        erasedUserIds: await events.erasedUsers(limit),
      }),
      acknowledgeEvents: async ({ mails, erasedUserIds }: { mails: AccountMail[]; erasedUserIds: string[] }) => {
        await events.acknowledgeMails(mails);
        await events.acknowledgeErasures(erasedUserIds);
      },
      issueMail: async (mail: AccountMail) => {
        const { user, ...issued } = await issueMail(mail);
        return { ...issued, ...(user && { recipient: { name: user.name, email: user.email } }) };
      },
    });
    const isStopping = () => false;
    await parts.createReceiveAccountEvents({ accounts: client, ledger, wakeSender: () => undefined, isStopping })();
    await createSendAccountMails({
      ledger,
      accounts: client,
      mailer: crashes.within({
        send: (to: string, mail: OrderMail) => {
          sent.push({ to, mail });
          return Promise.resolve({ outcome: 'sent' as const });
        },
      }),
      pace: { take: () => Promise.resolve(), giveBack: () => undefined, pause: () => undefined },
      checkMailer: () => Promise.resolve(),
      onDelivery: () => undefined,
      publicUrl: 'https://shop.example',
      newId: randomUUID,
      random: () => 0,
      monotonicMs: () => performance.now(),
      wait: pause,
      isStopping,
      leaseMs,
      longestSendMs: 0,
      concurrency: 1,
      pageSize: 10,
    })();
  };

  const hasWork = async (): Promise<boolean> => {
    const [mails, erased] = [await events.pendingMails(1), await events.erasedUsers(1)];
    return mails.length + erased.length + (await createAccountMailLedger(processor.mongo).countPending()) > 0;
  };

  /** Lets processors run, one after the other, until there is nothing left to do; claims of the crashed end meanwhile. */
  const settle = async (): Promise<void> => {
    do {
      await runProcessor().catch((error: unknown) => {
        if (!crashes.isCrash(error)) throw error;
      });
      await pause(leaseMs);
    } while (await hasWork());
  };

  return {
    tokens,
    settle,
    register: async (): Promise<{ userId: string; name: string; email: string }> => {
      const person = {
        userId: randomBytes(12).toString('hex'),
        name: randomUUID(),
        email: `${randomUUID()}@example.org`,
      };
      const account = {
        emailVerified: false,
        passwordHash: '$argon2id$first',
        role: 'user',
        createdAt: now(),
      } as const;
      await users.insert({ ...person, ...account }, randomUUID());
      return person;
    },
    erase: async (userId: string): Promise<void> => {
      const { passwordHash } = (await users.find(userId))!;
      await events.erase({ userId, passwordHash, at: now() });
    },
    /** The tokens that were mailed to an address, by the name of their link. */
    mailedTokens: (address: string, link: string): string[] =>
      sent.flatMap(({ to, mail: { text } }) => {
        const [, token] = new RegExp(`#${link}\\?token=([\\w-]+)`).exec(text) ?? [];
        return to === address && token !== undefined ? [token] : [];
      }),
  };
}
