import { randomUUID } from 'node:crypto';
import type { Log } from '@orders/shared/log';
import { createPeriodicTask } from '@orders/shared/periodic-task';
import { withRequestContext } from '@orders/shared/request-context';
import { createMailReport } from './mail-report';
import { createMailPace } from './mail-pace';
import { createSendMail, type SendMailNeeds } from './send-mail';
import { createSendOwedMails, type SendOwedMailsNeeds } from './send-pending-mails';

interface MailSenderNeeds {
  ledger: SendMailNeeds['ledger'] & SendOwedMailsNeeds['ledger'];
  orders: SendOwedMailsNeeds['orders'];
  buyers: SendOwedMailsNeeds['buyers'];
  mailer: SendMailNeeds['mailer'] & { answers: SendOwedMailsNeeds['mailerAnswers'] };
  /** Mails a second. */
  rate: () => number;
  /** What the mailer takes for one mail at most. */
  longestSendMs: number;
  wait: SendMailNeeds['wait'];
  isStopping: () => boolean;
  log: Log;
}

/** Works off the ledger of owed mails at the pace that the mail service allows, now and whenever it is woken. */
export function createMailSender(needs: MailSenderNeeds) {
  const { ledger, orders, buyers, mailer, rate, longestSendMs, wait, isStopping, log } = needs;
  const report = createMailReport({ log });
  const monotonicMs = () => performance.now();
  const sendMail = createSendMail({
    ledger,
    mailer,
    pace: createMailPace({ rate, monotonicMs, wait }),
    report: report.delivery,
    newId: randomUUID,
    chance: Math.random,
    monotonicMs,
    wait,
    isStopping,
    leaseMs: 60_000,
    longestSendMs,
  });
  return createPeriodicTask({
    name: 'mail sender',
    intervalMs: 1_000,
    run: createSendOwedMails({
      ledger,
      orders,
      buyers,
      mailerAnswers: mailer.answers,
      sendMail: (mail) => withRequestContext({ ...mail.owed, deadline: Infinity }, () => sendMail(mail)),
      onEnd: report.end,
      isStopping,
      concurrency: 10,
      pageSize: 200,
    }),
    log,
  });
}
