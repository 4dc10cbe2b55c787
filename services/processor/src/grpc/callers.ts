import type { CallerTable } from '@orders/proto/callers';
import type { ProcessorServiceHandlers } from '@orders/proto/processor/v1/ProcessorService';

/** Which caller may call which method of the processor: admins read and keep webhooks through the gateway, operators also act. */
export const processorCallers: CallerTable<ProcessorServiceHandlers> = {
  GetQueue: ['gateway', 'operator'],
  GetMail: ['gateway', 'operator'],
  GetMails: ['gateway', 'operator'],
  ListAccountMails: ['gateway'],
  ListDeadLetters: ['gateway', 'operator'],
  RedriveDeadLetters: ['operator'],
  DiscardDeadLetter: ['operator'],
  ListOperatorActs: ['operator'],
  ListAuditEntries: ['gateway', 'operator'],
  CreateWebhook: ['gateway'],
  ListWebhooks: ['gateway', 'operator'],
  GetWebhook: ['gateway'],
  UpdateWebhook: ['gateway'],
  DeleteWebhook: ['gateway'],
  RotateWebhookSecret: ['gateway'],
  TestWebhook: ['gateway'],
  ListWebhookDeliveries: ['gateway', 'operator'],
  ResendWebhookDelivery: ['gateway', 'operator'],
};
