import { deliveryStatuses, webhookEvents, type DeliveryEvent, type DeliveryStatus } from '@orders/proto/webhook-events';
import { defineCollection } from '@orders/shared/collection';
import type { DeliveryKind } from './delivery';

export interface DeliveryDocument {
  /** The `webhook-id`. */
  _id: string;
  webhookId: string;
  orderId: string;
  kind: DeliveryKind;
  /** Absent from an outcome until its order has come to its end. */
  event?: DeliveryEvent;
  state: DeliveryStatus;
  /** While it is pending: until then only the holder of the claim may send it; by the database's clock. */
  leaseUntil: Date;
  claim?: string;
  /** How often it was claimed. */
  attempts: number;
  /** Failed attempts since it was recorded or last sent again by an admin. */
  failures: number;
  lastStatus?: number;
  lastError?: string;
  lastResponse?: string;
  createdAt: Date;
  finishedAt?: Date;
  requestId: string;
  traceparent: string;
}

const deliveryDays = 30;

export const deliveryCollection = defineCollection<DeliveryDocument>({
  name: 'webhook_deliveries',
  holds: 'The deliveries of each webhook: pending, delivered or failed.',
  fields: {
    _id: { type: String, required: true },
    webhookId: { type: String, required: true },
    orderId: { type: String, required: true },
    kind: { type: String, required: true, enum: ['placed', 'outcome', 'test'] },
    event: { type: String, enum: [...webhookEvents, 'webhook.test'] },
    state: { type: String, required: true, enum: deliveryStatuses },
    leaseUntil: { type: Date, required: true },
    claim: { type: String },
    attempts: { type: Number, required: true, min: 0 },
    failures: { type: Number, required: true, min: 0 },
    lastStatus: { type: Number },
    lastError: { type: String },
    lastResponse: { type: String },
    createdAt: { type: Date, required: true },
    finishedAt: { type: Date },
    requestId: { type: String, required: true },
    traceparent: { type: String, required: true },
  },
  indexes: [
    {
      name: 'due',
      key: { webhookId: 1, leaseUntil: 1 },
      partialFilterExpression: { state: 'pending' },
      reason: 'finds the due deliveries of a webhook; holds only pending ones, so it stays small',
    },
    {
      name: 'pending-since',
      key: { webhookId: 1, createdAt: 1 },
      partialFilterExpression: { state: 'pending' },
      reason: 'finds the oldest pending delivery of a webhook',
    },
    {
      name: 'newest',
      key: { webhookId: 1, createdAt: -1, _id: -1 },
      reason: 'the deliveries of a webhook, newest first',
    },
    {
      name: 'newest-by-state',
      key: { webhookId: 1, state: 1, createdAt: -1, _id: -1 },
      reason: 'the deliveries of a webhook in one state, newest first',
    },
    { name: 'by-order', key: { orderId: 1 }, reason: 'the deliveries of an order, for audits' },
    {
      name: 'purge',
      key: { createdAt: 1 },
      expireAfterSeconds: deliveryDays * 86_400,
      reason: 'deletes deliveries after 30 days',
    },
  ],
});
