import type { OrderJson as Order } from '@orders/proto/order-json';

export interface ExportFormat {
  contentType: string;
  fileName: string;
  /** What stands before the first order. */
  head: string;
  lineOf: (order: Order) => string;
}

const ndjson: ExportFormat = {
  contentType: 'application/x-ndjson; charset=utf-8',
  fileName: 'orders.ndjson',
  head: '',
  lineOf: (order) => `${JSON.stringify(order)}\n`,
};

// One row per order, whatever it holds: the cells of its items are in one column.
const columns: Record<string, (order: Order) => string | number | null | undefined> = {
  orderId: ({ orderId }) => orderId,
  userId: ({ userId }) => userId,
  status: ({ status }) => status,
  reason: ({ reason }) => reason,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  totalAmount: ({ totalAmount }) => totalAmount,
  // In the minor unit of the currency, as everywhere.
  total: ({ total }) => total.amount,
  currency: ({ total }) => total.currency,
  items: ({ items }) => items.map(({ productId, quantity }) => `${quantity} x ${productId}`).join('; '),
};

const csv: ExportFormat = {
  contentType: 'text/csv; charset=utf-8; header=present',
  fileName: 'orders.csv',
  head: `${Object.keys(columns).join(',')}\r\n`,
  lineOf: (order) =>
    `${Object.values(columns)
      .map((valueOf) => csvCell(valueOf(order)))
      .join(',')}\r\n`,
};

/** The forms of an export. */
export const exportFormats = { ndjson, csv };

/** A cell by RFC 4180. A text that a spreadsheet would take for a formula has an apostrophe before it. */
export function csvCell(value: string | number | null | undefined): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value);
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
