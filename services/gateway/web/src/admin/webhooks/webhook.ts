import type { Tone } from '../../ui/status-mark';

export const webhookEvents = ['order.placed', 'order.processed', 'order.failed', 'order.cancelled'] as const;

export interface Webhook {
  id: string;
  url: string;
  events: string[];
  enabled: boolean;
  disabledReason?: string | null;
  failingSince?: string | null;
}

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const;

export interface Delivery {
  id: string;
  event: string;
  orderId: string | null;
  status: (typeof deliveryStatuses)[number];
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  lastResponse?: string | null;
  nextAttemptAt: string | null;
  createdAt?: string | null;
}

export const webhooksPath = '/api/admin/webhooks';
export const webhookHref = (id: string) => `#/admin/webhooks/${id}`;

export interface Health {
  word: string;
  tone: Tone;
}

/** How a receiver does. */
export function healthOf({ enabled, failingSince }: Webhook): Health {
  if (!enabled) return { word: 'Disabled', tone: 'off' };
  return failingSince ? { word: 'Failing', tone: 'bad' } : { word: 'Enabled', tone: 'good' };
}

export const deliveryTones: Record<Delivery['status'], Tone> = { pending: 'wait', delivered: 'good', failed: 'bad' };

/** What became of a delivery, in a line. */
export function deliveryText({ attempts, lastStatus, lastError }: Delivery): string {
  if (attempts === 0) return 'Not sent yet';
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  const outcome = lastError ?? (lastStatus === null ? '' : `answered ${lastStatus}`);
  return outcome ? `${tries}, ${outcome}` : tries;
}
