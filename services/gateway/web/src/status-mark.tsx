import type { OrderStatus } from './orders/order';

/** The status of an order: a word, and a colour for those who see it. */
export const StatusMark = ({ status }: { status: OrderStatus }) => (
  <span class={`status ${status.toLowerCase()}`}>{status}</span>
);
