// Lists webhooks and their deliveries, and sends a delivery again.
import { defineCommand, Failure } from '../local/system/command.mts';
import { hint, json, say, table } from '../local/system/terminal.mts';
import { callTimeoutMs, dateOf, withServices, wordOf, type Services } from './services.mts';

const statuses = ['pending', 'delivered', 'failed'] as const;
const shortId = 8;

defineCommand(
  {
    about: 'Lists webhooks and what was sent to them, and sends a delivery again.',
    usage: [
      'npm run webhooks -- list [--json]',
      `npm run webhooks -- deliveries [webhook id, or its first characters] [--status ${statuses.join('|')}] [--limit 20] [--json]`,
      'npm run webhooks -- resend <delivery id>',
    ],
    options: {
      status: { type: 'string' },
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
    },
    words: [1, 2],
  },
  ({ values, words: [name = '', id = ''], refuse }) => {
    if (name === 'list' && id === '') return withServices((services) => list(services, values.json));
    if (name === 'resend' && id !== '') return withServices((services) => resend(services, id));
    if (name !== 'deliveries')
      return refuse(`there is list, deliveries [webhook id] and resend <delivery id>, not "${`${name} ${id}`.trim()}"`);
    const asked = { begin: id, ...filterOf(values, refuse), isJson: values.json };
    return withServices((services) => listDeliveries(services, asked));
  },
);

interface Filter {
  status: (typeof statuses)[number] | undefined;
  limit: number;
}

function filterOf(asked: { status?: string | undefined; limit: string }, refuse: (problem: string) => never): Filter {
  const limit = Number(asked.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) refuse('--limit is a whole number from 1 to 100');
  const status = statuses.find((one) => one === asked.status);
  if (asked.status !== undefined && !status) refuse(`--status is one of ${statuses.join(', ')}`);
  return { status, limit };
}

async function readWebhooks({ processor }: Services) {
  const { fromWireEvent } = await import('@orders/proto/webhook-events');
  const { webhooks } = await processor.unary('ListWebhooks')({}, callTimeoutMs);
  return webhooks.map(({ webhookId, url, events, enabled, disabledReason, failingSince, createdAt }) => ({
    webhookId,
    url,
    events: events.flatMap((event) => fromWireEvent(event) ?? []),
    enabled,
    ...(disabledReason !== undefined && { disabledReason }),
    ...(failingSince && { failingSince: dateOf(failingSince) }),
    createdAt: dateOf(createdAt),
  }));
}

type Webhook = Awaited<ReturnType<typeof readWebhooks>>[number];

async function list(services: Services, isJson: boolean): Promise<void> {
  const webhooks = await readWebhooks(services);
  if (isJson) {
    json(webhooks);
    return;
  }
  if (webhooks.length === 0) {
    console.log('There are no webhooks.');
    return;
  }
  const rows = webhooks.map((one) => [one.webhookId, stateOf(one), one.createdAt, one.events.join(' '), one.url]);
  table(['webhook', 'state', 'created', 'events', 'url'], rows);
  hint('npm run webhooks -- deliveries <webhook id, or its first characters> shows what was sent to one.');
}

function stateOf({ enabled, disabledReason, failingSince }: Webhook): string {
  if (!enabled) return disabledReason === undefined ? 'disabled' : `disabled: ${disabledReason}`;
  return failingSince === undefined ? 'enabled' : `failing since ${failingSince}`;
}

interface Asked extends Filter {
  /** How the id of the webhook begins; empty for all of them. */
  begin: string;
  isJson: boolean;
}

async function listDeliveries(services: Services, { begin, status, limit, isJson }: Asked): Promise<void> {
  const webhooks = (await readWebhooks(services)).filter(({ webhookId }) => webhookId.startsWith(begin));
  if (begin !== '' && webhooks.length !== 1) throw noSuchWebhook(begin, webhooks);
  const pages = await Promise.all(webhooks.map(({ webhookId }) => newestOf(services, { webhookId, status, limit })));
  const newest = pages.flat().sort((left, right) => right.createdAt.localeCompare(left.createdAt));
  const deliveries = newest.slice(0, limit);
  if (isJson) {
    json(deliveries);
    return;
  }
  if (deliveries.length === 0) {
    console.log('There are no such deliveries.');
    return;
  }
  const heads = [
    'recorded',
    'delivery',
    'webhook',
    'event',
    'order',
    'status',
    'attempts',
    'last answer',
    'next attempt',
  ];
  table(heads, deliveries.map(rowOf));
  hint('npm run webhooks -- resend <delivery id> sends one again. There may be more: --limit and --status choose.');
}

const noSuchWebhook = (begin: string, found: Webhook[]) =>
  found.length === 0
    ? new Failure(`There is no webhook ${begin}. npm run webhooks -- list shows what there is.`)
    : new Failure(`${begin} fits several webhooks:\n  ${found.map(({ webhookId }) => webhookId).join('\n  ')}`);

interface Page extends Filter {
  webhookId: string;
}

async function newestOf({ processor }: Services, { webhookId, status, limit }: Page) {
  const { fromWireEvent, toWireDeliveryStatus } = await import('@orders/proto/webhook-events');
  const request = { webhookId, status: toWireDeliveryStatus(status), pageSize: limit, pageToken: '' };
  const { deliveries } = await processor.unary('ListWebhookDeliveries')(request, callTimeoutMs);
  return deliveries.map(({ event, createdAt, nextAttemptAt, ...delivery }) => ({
    deliveryId: delivery.deliveryId,
    webhookId,
    event: fromWireEvent(event) ?? 'unknown',
    orderId: delivery.orderId,
    status: wordOf(delivery.status).toLowerCase(),
    attempts: delivery.attempts,
    lastStatus: delivery.lastStatus ?? null,
    lastError: delivery.lastError ?? null,
    createdAt: dateOf(createdAt),
    nextAttemptAt: nextAttemptAt ? dateOf(nextAttemptAt) : null,
  }));
}

type Delivery = Awaited<ReturnType<typeof newestOf>>[number];

const rowOf = ({ deliveryId, webhookId, event, orderId, status, attempts, ...delivery }: Delivery): string[] => [
  ...[delivery.createdAt, deliveryId, webhookId.slice(0, shortId), event, orderId, status, String(attempts)],
  delivery.lastError ?? delivery.lastStatus?.toString() ?? '-',
  delivery.nextAttemptAt ?? '-',
];

async function resend({ processor }: Services, deliveryId: string): Promise<void> {
  const { operatorActor } = await import('@orders/shared/audit-log');
  const request = { operator: operatorActor(process.env['OPERATOR']), webhookId: '', deliveryId };
  const { delivery } = await processor.unary('ResendWebhookDelivery')(request, callTimeoutMs);
  say('resend', `${deliveryId} of order ${delivery?.orderId ?? '-'} is due now`);
  hint('npm run webhooks -- deliveries shows what the receiver answers.');
}
