import { Webhook as StandardWebhook } from 'standardwebhooks';

export interface SignedDelivery {
  deliveryId: string;
  body: string;
  /** One, or two while one is replaced. */
  secrets: string[];
  /** When the attempt is made: receivers refuse old ones. */
  at: Date;
}

/** The headers of a delivery by the Standard Webhooks specification. */
export const signedHeaders = ({ deliveryId, body, secrets, at }: SignedDelivery): Record<string, string> => ({
  'webhook-id': deliveryId,
  'webhook-timestamp': Math.floor(at.getTime() / 1_000).toString(),
  'webhook-signature': secrets.map((secret) => new StandardWebhook(secret).sign(deliveryId, at, body)).join(' '),
});
