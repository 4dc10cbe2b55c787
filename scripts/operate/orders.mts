// Lists orders, exports them, and shows all that is kept about one.
import { defineCommand, Failure } from '../local/system/command.mts';
import { facts, heading, hint, json, table } from '../local/system/terminal.mts';
import { exportOrders } from './export-orders.mts';
import { callTimeoutMs, dateOf, withServices, wordOf, type Services } from './services.mts';

const statuses = ['Pending', 'Processed', 'Failed', 'Cancelled'];

defineCommand(
  {
    about:
      'Lists the newest orders, exports all, or shows all that is kept about one, by its id or its first characters.',
    usage: [
      `npm run orders -- list [--status ${statuses.join('|')}] [--user <user id>] [--limit 20] [--json]`,
      'npm run orders -- show <order id, or its first 8 characters> [--json]',
      `npm run orders -- export [--from 2026-11-01] [--to 2026-12-01] [--status ${statuses.join('|')}] [--csv]`,
    ],
    options: {
      status: { type: 'string' },
      user: { type: 'string', default: '' },
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
      from: { type: 'string' },
      to: { type: 'string' },
      csv: { type: 'boolean', default: false },
    },
    words: [1, 2],
  },
  ({ values, words: [name = '', orderId = ''], refuse }) => {
    const asked = [name, orderId].join(' ').trim();
    if (asked === 'list') {
      const filter = filterOf(values, refuse);
      return withServices((services) => list(services, { filter, isJson: values.json }));
    }
    if (asked === 'export') return exportOrders(exportOf(values, refuse));
    if (name !== 'show') return refuse(`there is list, show and export, not "${asked}"`);
    if (!/^[0-9a-f-]{4,36}$/i.test(orderId)) return refuse('show takes an order id, or at least 4 characters of it');
    return withServices((services) => show(services, { orderId: orderId.toLowerCase(), isJson: values.json }));
  },
);

interface Asked {
  status?: string | undefined;
  user: string;
  limit: string;
}

function filterOf({ status, user: userId, limit }: Asked, refuse: (problem: string) => never) {
  const pageSize = Number(limit);
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 500) refuse('--limit is a whole number from 1 to 500');
  return { status: statusOf(status, refuse), userId, pageSize };
}

interface AskedExport {
  from?: string | undefined;
  to?: string | undefined;
  status?: string | undefined;
  csv: boolean;
}

function exportOf({ csv, ...asked }: AskedExport, refuse: (problem: string) => never) {
  const timeOf = (name: 'from' | 'to') => {
    const { [name]: text = '' } = asked;
    if (text === '') return undefined;
    const at = new Date(text);
    const isTime = /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(at.getTime());
    return isTime ? at : refuse(`--${name} is a time such as 2026-11-30 or 2026-11-30T09:15:00Z`);
  };
  const status = statusOf(asked.status, refuse);
  return {
    from: timeOf('from'),
    to: timeOf('to') ?? new Date(),
    status,
    format: csv ? ('csv' as const) : ('ndjson' as const),
  };
}

function statusOf(status: string | undefined, refuse: (problem: string) => never) {
  if (status !== undefined && !statuses.includes(status)) refuse(`--status is one of ${statuses.join(', ')}`);
  return status;
}

interface Listing {
  filter: ReturnType<typeof filterOf>;
  isJson: boolean;
}

async function list({ order }: Services, { filter: { status, ...filter }, isJson }: Listing): Promise<void> {
  const wireStatus = `ORDER_STATUS_${status?.toUpperCase() ?? 'UNSPECIFIED'}` as 'ORDER_STATUS_UNSPECIFIED';
  const readPage = (pageSize: number, pageToken: string) =>
    order.unary('FindOrders')({ ...filter, pageSize, status: wireStatus, pageToken, orderIdPrefix: '' }, callTimeoutMs);
  let { orders, nextPageToken } = await readPage(filter.pageSize, '');
  while (orders.length < filter.pageSize && nextPageToken !== '') {
    const page = await readPage(filter.pageSize - orders.length, nextPageToken);
    orders = [...orders, ...page.orders];
    nextPageToken = page.nextPageToken;
  }
  const rows = orders.map((one) => ({
    orderId: one.orderId,
    status: wordOf(one.status),
    placedAt: dateOf(one.createdAt),
    userId: one.userId,
    items: itemsOf(one.items),
  }));
  if (isJson) {
    json(rows);
    return;
  }
  table(['order', 'status', 'placed', 'user', 'items'], rows.map(Object.values) as string[][]);
  const more = nextPageToken === '' ? '' : ' There are more: --limit and --status choose.';
  hint(`npm run orders -- show <order id, or its first 8 characters> shows all about one.${more}`);
}

interface Showing {
  orderId: string;
  isJson: boolean;
}

async function show(services: Services, { orderId, isJson }: Showing): Promise<void> {
  const story = await readStory(services, await wholeId(services, orderId));
  const { order } = story;
  const [total, reservation, mail, letters] = await Promise.all([
    totalOf(order.total),
    orUnknown(reservationOf(services, order.orderId)),
    orUnknown(mailOf(services, order.orderId)),
    orUnknown(deadLettersOf(services, order.orderId)),
  ]);
  const found = { order: order.orderId, ...factsOf(story), total, reservation, 'dead letters': letters, mail };
  if (isJson) {
    json(found);
    return;
  }
  heading(`Order ${order.orderId}`);
  facts(found);
  hint('make logs ORDER=<order id> prints what every service said of it.');
}

/** The one order whose id begins so. */
async function wholeId({ order }: Services, begin: string): Promise<string> {
  if (begin.length === 36) return begin;
  const request = { pageSize: 10, pageToken: '', userId: '', orderIdPrefix: begin };
  const { orders } = await order.unary('FindOrders')(request, callTimeoutMs);
  const ids = orders.map(({ orderId }) => orderId);
  if (ids.length > 1) throw new Failure(`${begin} fits several orders:\n  ${ids.join('\n  ')}`);
  return ids[0] ?? notFound(begin);
}

const notFound = (orderId: string): never => {
  throw new Failure(`There is no order ${orderId}.`);
};

type Story = Awaited<ReturnType<typeof readStory>>;

async function readStory(services: Services, orderId: string) {
  const { order, ...story } = await services.order.unary('GetOrderStory')({ orderId }, callTimeoutMs);
  return { order: order ?? notFound(orderId), ...story };
}

const factsOf = ({ order, outbox, republishes, republishAt, takenOver }: Story): Record<string, string> => ({
  buyer: order.userId,
  items: itemsOf(order.items),
  placed: `${dateOf(order.createdAt)}${takenOver ? ', imported from the original system' : ''}`,
  status: `${wordOf(order.status)} since ${dateOf(order.updatedAt)}, revision ${order.revision}`,
  ...(order.reason !== undefined && { reason: order.reason }),
  republished: `${republishes} times${republishAt ? `, next at ${dateOf(republishAt)}` : ''}`,
  outbox: outbox.map(({ kind, owedAt }) => `${wordOf(kind)}, pending since ${dateOf(owedAt)}`).join('; ') || 'empty',
});

async function totalOf(total: { amount: string; currency: string } | null): Promise<string> {
  if (!total) return 'none: no prices were decided';
  const { moneyFormat } = await import('@orders/shared/money-format');
  return moneyFormat(total.currency)(Number(total.amount));
}

const itemsOf = (items: { productId: string; quantity: number }[]) =>
  items.map(({ productId, quantity }) => `${quantity} ${productId}`).join(', ');

async function reservationOf({ inventory }: Services, orderId: string): Promise<string> {
  const { reservation } = await inventory.unary('GetReservation')({ orderId }, callTimeoutMs);
  if (!reservation) return 'none';
  const { state, epoch, heldAt, updatedAt } = reservation;
  return `${wordOf(state)} since ${dateOf(updatedAt)}, held at ${dateOf(heldAt)}, epoch ${epoch}`;
}

async function mailOf({ processor }: Services, orderId: string): Promise<string> {
  const { mail } = await processor.unary('GetMail')({ orderId }, callTimeoutMs);
  if (!mail) return 'none';
  const { state, attempts, owedAt, finishedAt, reason = '', traceId } = mail;
  const end = finishedAt ? `, ended at ${dateOf(finishedAt)}` : '';
  const trace = traceId === '' ? '' : `, trace ${traceId}`;
  return `${wordOf(state)}, recorded at ${dateOf(owedAt)}${end}, ${attempts} tries ${reason}`.trimEnd() + trace;
}

async function deadLettersOf({ processor }: Services, orderId: string): Promise<string> {
  const { deadLetters } = await processor.unary('ListDeadLetters')({ pageSize: 100, pageToken: '' }, callTimeoutMs);
  const own = deadLetters.filter((letter) => letter.orderId === orderId);
  return own.map(({ messageId, reason }) => `${messageId}: ${reason}`).join('; ') || 'none among the oldest 100';
}

/** A service that is unavailable hides its own part only. */
const orUnknown = (fact: Promise<string>): Promise<string> =>
  fact.catch((error: unknown) => `unknown: ${error instanceof Error ? error.message : String(error)}`);
