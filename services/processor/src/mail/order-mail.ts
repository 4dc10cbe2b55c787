import type { Money, PricedItem } from '@orders/proto/items';
import type { OrderStatus } from '@orders/proto/order-status';
import { moneyFormat } from '@orders/shared/money-format';
import { mailColors, mailPage, mailParagraph } from './mail-page';

/** An order, as far as its mail needs it. */
export interface Order {
  orderId: string;
  userId: string;
  items: PricedItem[];
  totalAmount: number;
  /** Absent where no prices were decided; then the mail has none. */
  total?: Money;
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
  order: Pick<Order, 'orderId' | 'items' | 'totalAmount' | 'total' | 'reason'> & { status: 'Processed' | 'Failed' };
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
    table: tableOf(order),
  };
  return { subject: subjectOf(order, orderId), text: textOf(content), html: htmlOf(content) };
}

interface MailContent {
  orderId: string;
  status: string;
  greeting: string;
  message: string;
  reason: string;
  table: Table;
}

/** Rows of a name and numbers, which are written already. */
interface Table {
  head: string[];
  rows: string[][];
  foot: string[];
}

const subjectOf = ({ status }: MailFacts['order'], orderId: string) =>
  status === 'Processed' ? `Your order ${orderId} is confirmed` : `Your order ${orderId} could not be fulfilled`;

const messageOf = ({ status }: MailFacts['order'], orderId: string) =>
  status === 'Processed'
    ? `thank you for your order ${orderId}. It has been processed.`
    : `we are sorry: your order ${orderId} could not be fulfilled.`;

function tableOf({ items, totalAmount, total }: MailFacts['order']): Table {
  const named = items.map(({ name, quantity }) => [printable(name), String(quantity)]);
  const table = { head: ['Product', 'Quantity'], rows: named, foot: ['Total', String(totalAmount)] };
  if (!total) return table;
  const price = moneyFormat(total.currency);
  const prices = items.map(({ quantity, unitPrice }) => [price(unitPrice), price(quantity * unitPrice)]);
  return {
    head: [...table.head, 'Price', 'Total'],
    rows: named.map((row, index) => [...row, ...(prices[index] ?? [])]),
    foot: [...table.foot, '', price(total.amount)],
  };
}

function textOf({ orderId, status, greeting, message, reason, table }: MailContent): string {
  const { head, rows, foot } = table;
  const widths = head.map((_, column) => Math.max(...[head, ...rows, foot].map((row) => row[column]?.length ?? 0)));
  const lineOf = (row: string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const rule = '-'.repeat(lineOf(head).length);
  const facts = [`Order:  ${orderId}`, `Status: ${status}`, ...(reason ? [`Reason: ${reason}`] : [])];
  const lines = [lineOf(head), rule, ...rows.map(lineOf), rule, lineOf(foot)];
  return [greeting, '', message, '', ...facts, '', ...lines, ''].join('\n');
}

function htmlOf({ orderId, status, greeting, message, reason, table }: MailContent): string {
  const fact = (name: string, value: string) => `<strong>${name}:</strong> ${escapeHtml(value)}`;
  const facts = [fact('Order', orderId), fact('Status', status), ...(reason ? [fact('Reason', reason)] : [])];
  return mailPage({
    title: `Order ${escapeHtml(orderId)}`,
    heading: status === 'Processed' ? 'Your order is confirmed' : 'Your order could not be fulfilled',
    content: [
      mailParagraph(escapeHtml(greeting)),
      mailParagraph(escapeHtml(message)),
      mailParagraph(facts.join('<br>\n')),
      '<table style="width:100%;border-collapse:collapse">',
      `<thead>${htmlRow(table.head, 'th', mailColors.quiet)}</thead>`,
      `<tbody>\n${table.rows.map((row) => htmlRow(row, 'td', mailColors.ink)).join('\n')}\n</tbody>`,
      `<tfoot>${htmlRow(table.foot, 'th', mailColors.ink)}</tfoot>`,
      '</table>',
    ].join('\n'),
  });
}

function htmlRow(cells: string[], tag: 'td' | 'th', color: string): string {
  const written = cells.map((cell, column) => {
    const [align, gap] = column === 0 ? ['left', 0] : ['right', 12];
    const style = `padding:9px 0 9px ${gap}px;border-bottom:1px solid ${mailColors.rule};color:${color};font-variant-numeric:tabular-nums`;
    return `<${tag} align="${align}" style="${style}">${escapeHtml(cell)}</${tag}>`;
  });
  return `<tr>${written.join('')}</tr>`;
}

// Control characters, line and paragraph separators, and marks that change the direction of writing.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Puts text on one line, so that it can neither end a header nor rearrange the text around it. */
export const printable = (text: string): string => text.toWellFormed().replace(unprintable, ' ').trim();

/** Escapes text for HTML, between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
