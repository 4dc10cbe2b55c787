import { DomainError } from '@orders/shared/errors';
import type { AccountMail } from './account-mail';

export interface AccountEvents {
  mails: AccountMail[];
  erasedUserIds: string[];
}

export interface ReceiveAccountEventsNeeds {
  accounts: {
    /** The oldest events that were not acknowledged. */
    listEvents: (limit: number) => Promise<AccountEvents>;
    acknowledgeEvents: (events: AccountEvents) => Promise<void>;
  };
  ledger: {
    recordPendingMails: (mails: AccountMail[]) => Promise<void>;
    forgetUsers: (userIds: string[]) => Promise<void>;
  };
  /** Called when mails were recorded. */
  wakeSender: () => void;
  isStopping: () => boolean;
}

const pageSize = 200;

/**
 * Takes over from auth which mails are to be sent and which accounts were erased. Each event is acknowledged only once it
 * is recorded here, and recording it again changes nothing: a crash in between repeats it.
 */
export const createReceiveAccountEvents =
  ({ accounts, ledger, wakeSender, isStopping }: ReceiveAccountEventsNeeds) =>
  async (): Promise<void> => {
    let isMore = true;
    while (isMore && !isStopping()) {
      const events = await listOrNone(accounts);
      const { mails, erasedUserIds } = events;
      if (mails.length + erasedUserIds.length === 0) return;
      await ledger.recordPendingMails(mails);
      await ledger.forgetUsers(erasedUserIds);
      if (mails.length > 0) wakeSender();
      await accounts.acknowledgeEvents(events);
      isMore = mails.length === pageSize || erasedUserIds.length === pageSize;
    }
  };

/** While auth is unavailable, which the readiness names, its events wait there. */
async function listOrNone({ listEvents }: ReceiveAccountEventsNeeds['accounts']): Promise<AccountEvents> {
  try {
    return await listEvents(pageSize);
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'UNAVAILABLE') return { mails: [], erasedUserIds: [] };
    throw error;
  }
}
