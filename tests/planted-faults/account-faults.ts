import { createAccountStore } from '@orders/auth/store/account-store';
import { users } from '@orders/auth/store/schemas';
import { createReceiveAccountEvents } from '@orders/processor/account-mails/receive-account-events';
import { mongo as driver } from 'mongoose';
import type { AccountParts } from '../integration/accounts/account-protocol';

/** A fault in what auth and the processor do with accounts, and what must find it. */
export interface AccountFault {
  name: string;
  parts: Partial<AccountParts>;
}

export const accountFaults: AccountFault[] = [
  {
    name: 'A token is used twice',
    parts: {
      createAccountStore: (mongo) => {
        const store = createAccountStore(mongo);
        return {
          ...store,
          resetPassword: async (reset) => {
            const _id = new driver.ObjectId(reset.userId);
            const before = await mongo.collection(users).findOne({ _id });
            const user = await store.resetPassword(reset);
            if (user && before?.reset)
              await mongo.collection(users).updateOne({ _id }, { $set: { reset: before.reset } });
            return user;
          },
        };
      },
    },
  },
  {
    name: 'A token is checked by a read, and the password is set whatever happened since',
    parts: {
      createAccountStore: (mongo) => {
        const store = createAccountStore(mongo);
        return {
          ...store,
          resetPassword: async ({ hash: _, ...reset }) => {
            const _id = new driver.ObjectId(reset.userId);
            const { passwordHash } = (await mongo.collection(users).findOne({ _id })) ?? {};
            return store.changePassword({ ...reset, from: passwordHash ?? '' });
          },
        };
      },
    },
  },
  {
    name: 'An erased user is still in the ledger',
    parts: {
      createReceiveAccountEvents: (needs) =>
        createReceiveAccountEvents({
          ...needs,
          ledger: { ...needs.ledger, ...recording(needs), forgetUsers: nothing },
        }),
    },
  },
  {
    name: 'An erasure is acknowledged before the ledger has forgotten the user',
    parts: {
      createReceiveAccountEvents: (needs) => {
        const listEvents: typeof needs.accounts.listEvents = async (limit) => {
          const events = await needs.accounts.listEvents(limit);
          await needs.accounts.acknowledgeEvents({ mails: [], erasedUserIds: events.erasedUserIds });
          return events;
        };
        return createReceiveAccountEvents({ ...needs, accounts: { ...acknowledging(needs), listEvents } });
      },
    },
  },
  {
    name: 'A mail is acknowledged before it is in the ledger',
    parts: {
      createReceiveAccountEvents: (needs) => {
        const listEvents: typeof needs.accounts.listEvents = async (limit) => {
          const events = await needs.accounts.listEvents(limit);
          await needs.accounts.acknowledgeEvents({ mails: events.mails, erasedUserIds: [] });
          return events;
        };
        return createReceiveAccountEvents({ ...needs, accounts: { ...acknowledging(needs), listEvents } });
      },
    },
  },
];

type Needs = Parameters<AccountParts['createReceiveAccountEvents']>[0];

// What crashes is a proxy, whose members a copy would lose.
const recording = ({ ledger }: Needs) => ({
  recordPendingMails: (mails: Parameters<typeof ledger.recordPendingMails>[0]) => ledger.recordPendingMails(mails),
});
const acknowledging = ({ accounts }: Needs) => ({
  acknowledgeEvents: (events: Parameters<typeof accounts.acknowledgeEvents>[0]) => accounts.acknowledgeEvents(events),
});
const nothing = () => Promise.resolve();
