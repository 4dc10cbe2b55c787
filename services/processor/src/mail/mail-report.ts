import type { Log } from '@orders/shared/log';
import type { MailEnd } from './owed-mail';
import { mails } from '../metrics';
import type { Delivery } from './send-mail';

/** Says in the log and the metrics what became of mails. */
export const createMailReport = ({ log }: { log: Log }) => ({
  /** A mail was handed to the mail service. */
  delivery: (orderId: string, delivery: Delivery): void => {
    mails.inc({ outcome: delivery.outcome === 'later' ? 'delayed' : delivery.outcome });
    if (delivery.outcome === 'sent') log.info({ orderId }, 'mail sent');
    else if (delivery.outcome === 'rejected') log.error({ orderId, reason: delivery.reason }, 'mail rejected');
    else log.warn({ orderId, reason: delivery.reason }, 'mail delayed');
  },
  /** A mail ended without being handed over. */
  end: (orderId: string, end: MailEnd, reason: string): void => {
    mails.inc({ outcome: end });
    log.info({ orderId, end, reason }, 'mail not wanted');
  },
});
