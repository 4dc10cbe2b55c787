import type { AttemptResult } from './attempt-delivery';
import { disableAfterMs, type Receiver } from './webhook';
import type { Attempted, Disabling } from './webhook-store';

export interface ReceiverHealthNeeds {
  webhooks: {
    markWorking: (attempted: Attempted) => Promise<void>;
    markFailing: (attempted: Attempted) => Promise<void>;
    disable: (disabling: Disabling) => Promise<boolean>;
  };
  newId: () => string;
  /** Called with each webhook that was disabled, once. */
  onDisabled: (disabled: { webhookId: string; url: string; reason: string }) => Promise<void>;
}

/**
 * Disables a receiver that is gone, and one without a success for a day. While a receiver works, nothing is written; while it
 * fails, once.
 */
export const createReceiverHealth =
  (needs: ReceiverHealthNeeds) =>
  async (receiver: Receiver, result: AttemptResult): Promise<void> => {
    if (result === 'delivered') await afterSuccess(needs, receiver);
    if (result === 'gone') await disable(needs, receiver, { reason: 'the receiver answered 410 Gone' });
    if (result === 'retry' || result === 'failed') await afterFailure(needs, receiver);
  };

async function afterSuccess({ webhooks }: ReceiverHealthNeeds, receiver: Receiver): Promise<void> {
  if (receiver.failingSince) await webhooks.markWorking(receiver);
}

async function afterFailure(needs: ReceiverHealthNeeds, receiver: Receiver): Promise<void> {
  const { failingSince, failingForMs = 0 } = receiver;
  if (!failingSince) await needs.webhooks.markFailing(receiver);
  else if (failingForMs >= disableAfterMs)
    await disable(needs, receiver, { reason: 'no attempt has succeeded for 24 hours', failingForMs: disableAfterMs });
}

async function disable(
  { webhooks, newId, onDisabled }: ReceiverHealthNeeds,
  { webhookId, url }: Receiver,
  disabled: { reason: string; failingForMs?: number },
): Promise<void> {
  if (await webhooks.disable({ webhookId, url, noticeId: newId(), ...disabled }))
    await onDisabled({ webhookId, url, reason: disabled.reason });
}
