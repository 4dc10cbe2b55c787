import { auditLogCollection } from '@orders/shared/audit-log';
import { accountMailCollection } from './account-mails/account-mail-document';
import { auditCollection } from './audit/audit-runs';
import { operatorActionCollection } from './dead-letters/operator-actions';
import { mailCollection } from './mail/mail-document';
import { deliveryCollection } from './webhooks/delivery-document';
import { webhookCollection } from './webhooks/webhook-document';

/** Everything that the processor stores. */
export const processorCollections = [
  mailCollection,
  accountMailCollection,
  webhookCollection,
  deliveryCollection,
  operatorActionCollection,
  auditCollection,
  auditLogCollection,
];
