import type { WebhookEvent } from '@orders/proto/webhook-events';

/** A receiver of events, as admins see it. */
export interface Webhook {
  webhookId: string;
  url: string;
  events: WebhookEvent[];
  enabled: boolean;
  /** Why the system disabled it. */
  disabledReason?: string;
  createdAt: Date;
  updatedAt: Date;
  /** Since when no attempt has succeeded. */
  failingSince?: Date;
}

/** A secret as it is stored, encrypted under one of the keys. */
export interface SealedSecret {
  keyId: string;
  sealed: string;
  /** Signatures with it end then; absent for the present secret. */
  validUntil?: Date;
}

/** A webhook with what is needed to send to it. */
export interface Receiver extends Webhook {
  secrets: SealedSecret[];
  /** How long no attempt has succeeded, by the database's clock. */
  failingForMs?: number;
}

/** More would make every order dearer. */
export const maxWebhooks = 100;

/** How long a replaced secret still signs. */
export const previousSecretMs = 24 * 3_600_000;

/** A receiver without a success for so long is disabled. */
export const disableAfterMs = 24 * 3_600_000;

/** Whether requests are still signed with a secret. */
export const isInUse = ({ validUntil }: Pick<SealedSecret, 'validUntil'>, at: Date): boolean =>
  validUntil === undefined || validUntil > at;
