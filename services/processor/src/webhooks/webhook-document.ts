import { webhookEvents, type WebhookEvent } from '@orders/proto/webhook-events';
import { defineCollection, embedded } from '@orders/shared/collection';
import type { SealedSecret } from './webhook';

export interface WebhookDocument {
  _id: string;
  url: string;
  events: WebhookEvent[];
  enabled: boolean;
  /** Why the system disabled it. */
  disabledReason?: string;
  createdAt: Date;
  updatedAt: Date;
  /** Its disablings that the admins are still to be mailed about. */
  notices?: { noticeId: string; url?: string; reason: string; at: Date }[];
  /** Since when no attempt has succeeded; by the database's clock. */
  failingSince?: Date;
  /** The present one first; another while it was replaced less than a day ago. */
  secrets: SealedSecret[];
}

export const webhookCollection = defineCollection<WebhookDocument>({
  name: 'webhooks',
  holds: 'The receivers of events, with their encrypted secrets.',
  fields: {
    _id: { type: String, required: true },
    url: { type: String, required: true, minlength: 1 },
    events: [{ type: String, required: true, enum: webhookEvents }],
    enabled: { type: Boolean, required: true },
    disabledReason: { type: String },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    notices: {
      type: [
        embedded({
          noticeId: { type: String, required: true, minlength: 1 },
          // Absent in those of earlier versions.
          url: { type: String },
          reason: { type: String, required: true },
          at: { type: Date, required: true },
        }),
      ],
      default: undefined,
    },
    failingSince: { type: Date },
    secrets: [
      {
        keyId: { type: String, required: true, minlength: 1 },
        sealed: { type: String, required: true, minlength: 1 },
        validUntil: { type: Date },
      },
    ],
  },
});
