import type { AttemptResult } from './attempt-delivery';
import { disableAfterMs, type Receiver } from './webhook';

export interface ReceiverHealthNeeds {
  webhooks: {
    markWorking: (webhookId: string) => Promise<void>;
    markFailing: (webhookId: string) => Promise<void>;
    disable: (disabled: { webhookId: string; reason: string; failingForMs?: number }) => Promise<boolean>;
  };
  /** Called with each webhook that was disabled, once. */
  onDisabled: (disabled: { webhookId: string; url: string; reason: string }) => Promise<void>;
}

/**
 * Disables a receiver that is gone, and one without a success for a day. While a receiver works, nothing is written; while it
 * fails, once.
 */
export const createReceiverHealth =
  ({ webhooks, onDisabled }: ReceiverHealthNeeds) =>
  async ({ webhookId, url, failingSince, failingForMs = 0 }: Receiver, result: AttemptResult): Promise<void> => {
    const disable = async (disabled: { reason: string; failingForMs?: number }) => {
      if (await webhooks.disable({ webhookId, ...disabled }))
        await onDisabled({ webhookId, url, reason: disabled.reason });
    };
    switch (result) {
      case 'delivered':
        if (failingSince) await webhooks.markWorking(webhookId);
        return;
      case 'gone':
        return disable({ reason: 'the receiver answered 410 Gone' });
      case 'retry':
      case 'failed':
        if (!failingSince) await webhooks.markFailing(webhookId);
        else if (failingForMs >= disableAfterMs)
          await disable({ reason: 'no attempt has succeeded for 24 hours', failingForMs: disableAfterMs });
        return;
      default:
        return;
    }
  };
