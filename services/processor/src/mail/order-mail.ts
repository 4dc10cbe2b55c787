import type { Item } from '@orders/proto/items';
import type { OrderStatus } from '@orders/proto/order-status';

/** An order, as far as its mail needs it. */
export interface Order {
  orderId: string;
  userId: string;
  items: Item[];
  totalAmount: number;
  status: OrderStatus;
  /** Why it failed. */
  reason?: string;
}

/** A mail with the same content as text and as HTML. */
export interface OrderMail {
  subject: string;
  text: string;
  html: string;
}

export interface MailFacts {
  order: Pick<Order, 'orderId' | 'items' | 'totalAmount' | 'reason'> & { status: 'Processed' | 'Failed' };
  buyerName: string;
}

/** Writes the mail about an order that was processed or that failed. */
export function orderMail({ order, buyerName }: MailFacts): OrderMail {
  const orderId = printable(order.orderId);
  const content = {
    orderId,
    status: order.status,
    greeting: `Hello ${printable(buyerName) || 'there'},`,
    message: messageOf(order, orderId),
    reason: order.status === 'Failed' ? printable(order.reason ?? '') : '',
    items: order.items.map(({ productId, quantity }) => ({ productId: printable(productId), quantity })),
    total: order.totalAmount,
  };
  return { subject: subjectOf(order, orderId), text: textOf(content), html: htmlOf(content) };
}

interface MailContent {
  orderId: string;
  status: string;
  greeting: string;
  message: string;
  reason: string;
  items: Item[];
  total: number;
}

const subjectOf = ({ status }: MailFacts['order'], orderId: string) =>
  status === 'Processed' ? `Your order ${orderId} is confirmed` : `Your order ${orderId} could not be fulfilled`;

const messageOf = ({ status }: MailFacts['order'], orderId: string) =>
  status === 'Processed'
    ? `thank you for your order ${orderId}. It has been processed.`
    : `we are sorry: your order ${orderId} could not be fulfilled.`;

function textOf({ orderId, status, greeting, message, reason, items, total }: MailContent): string {
  const width = Math.max('Product'.length, 'Total'.length, ...items.map(({ productId }) => productId.length));
  const row = (name: string, amount: string | number) => `${name.padEnd(width)}  ${String(amount).padStart(10)}`;
  const table = [
    row('Product', 'Quantity'),
    '-'.repeat(width + 12),
    ...items.map(({ productId, quantity }) => row(productId, quantity)),
    '-'.repeat(width + 12),
    row('Total', total),
  ];
  const facts = [`Order:  ${orderId}`, `Status: ${status}`, ...(reason ? [`Reason: ${reason}`] : [])];
  return [greeting, '', message, '', ...facts, '', ...table, ''].join('\n');
}

function htmlOf({ orderId, status, greeting, message, reason, items, total }: MailContent): string {
  const cell = 'padding:4px 16px 4px 0;border-bottom:1px solid #ccc';
  const row = (name: string, amount: number) =>
    `<tr><td style="${cell}">${escapeHtml(name)}</td><td align="right" style="${cell}">${String(amount)}</td></tr>`;
  const fact = (name: string, value: string) => `<strong>${name}:</strong> ${escapeHtml(value)}`;
  const facts = [fact('Order', orderId), fact('Status', status), ...(reason ? [fact('Reason', reason)] : [])];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Order ${escapeHtml(orderId)}</title></head>
<body style="font-family:sans-serif;line-height:1.5">
<p>${escapeHtml(greeting)}</p>
<p>${escapeHtml(message)}</p>
<p>${facts.join('<br>\n')}</p>
<table style="border-collapse:collapse">
<thead><tr><th align="left" style="${cell}">Product</th><th align="right" style="${cell}">Quantity</th></tr></thead>
<tbody>
${items.map(({ productId, quantity }) => row(productId, quantity)).join('\n')}
</tbody>
<tfoot><tr><th align="left" style="${cell}">Total</th><th align="right" style="${cell}">${String(total)}</th></tr></tfoot>
</table>
</body>
</html>
`;
}

// Control characters, line and paragraph separators, and marks that change the direction of writing.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Puts text on one line, so that it can neither end a header nor rearrange the text around it. */
export const printable = (text: string): string => text.toWellFormed().replace(unprintable, ' ').trim();

/** Escapes text for HTML, between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
