import type { CallerTable } from '@orders/proto/callers';
import type { ProcessorServiceHandlers } from '@orders/proto/processor/v1/ProcessorService';

/** Which caller may call which method of the processor: admins act through the gateway, operators by their commands. */
export const processorCallers: CallerTable<ProcessorServiceHandlers> = {
  GetQueue: ['gateway', 'operator'],
  GetMail: ['gateway', 'operator'],
  GetMails: ['gateway', 'operator'],
  ListAccountMails: ['gateway'],
  ListDeadLetters: ['gateway', 'operator'],
  RedriveDeadLetters: ['gateway', 'operator'],
  DiscardDeadLetter: ['gateway', 'operator'],
  FailOrder: ['gateway', 'operator'],
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
  GetDeliveries: ['operator'],
};
