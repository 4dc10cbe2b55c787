import type { Log } from '@orders/shared/log';
import type { PeriodicTask } from '@orders/shared/periodic-task';
import type { MailLedger } from '../mail/mail-ledger';
import type { Delivery, SendUnderClaimNeeds } from '../mail/send-mail';
import type { ProcessorMetrics } from '../metrics';
import type { AccountMail } from './account-mail';
import type { AccountMailLedger } from './account-mail-ledger';
import { createReceiveAccountEvents, type ReceiveAccountEventsNeeds } from './receive-account-events';
import { createSendAccountMails, type SendAccountMailsNeeds } from './send-account-mails';

export interface AccountMailsAdapters {
  accounts: ReceiveAccountEventsNeeds['accounts'] &
    SendAccountMailsNeeds['accounts'] & {
      /** The ids of the users who are admins. */
      listAdmins: () => Promise<string[]>;
    };
  ledger: AccountMailLedger;
  publicUrl: string;
  /** Called when mails were recorded: they may be sent at once. */
  wakeSender: () => void;
  /** How many are sent at once. */
  concurrency: number;
}

interface Needs extends SendUnderClaimNeeds {
  checkMailer: () => Promise<unknown>;
  metrics: Pick<ProcessorMetrics, 'countMail'>;
  log: Log;
  pageSize: number;
}

/** The two workers of mails to accounts: one asks auth for those about accounts, the other sends all. */
export function composeAccountMails(adapters: AccountMailsAdapters, { metrics, log, ...needs }: Needs) {
  const report = (mail: AccountMail, delivery: Delivery): void => {
    metrics.countMail(delivery.outcome === 'retry' ? 'delayed' : delivery.outcome);
    if (delivery.outcome === 'sent') log.info(mail, 'account mail sent');
    else log.warn({ ...mail, outcome: delivery.outcome, reason: delivery.reason }, 'account mail not sent');
  };
  const receive = createReceiveAccountEvents({ ...adapters, isStopping: needs.isStopping });
  const send = createSendAccountMails({ ...needs, ...adapters, onDelivery: report });
  return {
    receiver: { name: 'account events', intervalMs: 1_000, run: receive } satisfies PeriodicTask,
    sender: { name: 'account mail sender', intervalMs: 1_000, run: send } satisfies PeriodicTask,
  };
}

/** What is pending in both ledgers. */
export const countBoth = (
  orders: Pick<MailLedger, 'countPending' | 'oldestPendingAt'>,
  accounts: Pick<AccountMailLedger, 'countPending' | 'oldestPendingAt'> | undefined,
) =>
  accounts
    ? {
        countPending: async () =>
          (await Promise.all([orders.countPending(), accounts.countPending()])).reduce((sum, count) => sum + count),
        oldestPendingAt: async () => {
          const oldest = await Promise.all([orders.oldestPendingAt(), accounts.oldestPendingAt()]);
          return oldest.filter((at) => at !== undefined).sort((left, right) => left.getTime() - right.getTime())[0];
        },
      }
    : orders;
