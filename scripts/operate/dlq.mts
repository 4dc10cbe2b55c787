// Looks at dead letters and works them off.
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { defineCommand, Failure } from '../local/system/command.mts';
import { facts, heading, hint, json, step, table } from '../local/system/terminal.mts';
import { callTimeoutMs, dateOf, withServices, type Services } from './services.mts';

const names = ['list', 'show', 'redrive', 'discard', 'acts'];
const failureReason = 'it could not be processed';

defineCommand(
  {
    about: 'Looks at the messages that could not be processed, sends them again, or gives them up.',
    usage: [
      'npm run dlq -- list [--json]',
      'npm run dlq -- show <message id> [--json]',
      'npm run dlq -- redrive [message id] [--per-second 10]',
      "npm run dlq -- discard <message id> [--reason 'what the buyer reads'] [--yes]",
      'npm run dlq -- acts [--limit 20] [--json]',
    ],
    options: {
      'per-second': { type: 'string', default: '10' },
      reason: { type: 'string', default: failureReason },
      yes: { type: 'boolean', default: false },
      limit: { type: 'string', default: '20' },
      json: { type: 'boolean', default: false },
    },
    words: [1, 2],
  },
  ({ values, words: [name = '', messageId = ''], refuse }) => {
    const count = (option: 'limit' | 'per-second') => {
      const value = Number(values[option]);
      return Number.isInteger(value) && value >= 1 && value <= 1_000
        ? value
        : refuse(`--${option} is a whole number from 1 to 1000`);
    };
    const [limit, perSecond] = [count('limit'), count('per-second')];
    if (!names.includes(name)) refuse(`there is ${names.join(', ')}, not "${name}"`);
    if (messageId === '' && ['show', 'discard'].includes(name)) refuse(`${name} takes a message id`);
    if (messageId !== '' && ['list', 'acts'].includes(name)) refuse(`${name} takes no "${messageId}"`);
    return withServices((services) => {
      if (name === 'list') return list(services, values.json);
      if (name === 'show') return show(services, messageId, values.json);
      if (name === 'redrive') return redrive(services, { messageId, perSecond });
      if (name === 'discard') return discard(services, { messageId, reason: values.reason, isSure: values.yes });
      return listActions(services, limit, values.json);
    });
  },
);

type DeadLetter = Awaited<ReturnType<typeof readDeadLetters>>[number];

/** All dead letters, oldest first. */
async function readDeadLetters({ processor }: Services) {
  const readPage = processor.unary('ListDeadLetters');
  let page = await readPage({ pageSize: 100, pageToken: '' }, callTimeoutMs);
  const letters = page.deadLetters;
  while (page.nextPageToken !== '') {
    page = await readPage({ pageSize: 100, pageToken: page.nextPageToken }, callTimeoutMs);
    letters.push(...page.deadLetters);
  }
  return letters;
}

async function list(services: Services, isJson: boolean): Promise<void> {
  const letters = await readDeadLetters(services);
  const rows = letters.map(({ messageId, orderId, reason, sentAt }) => ({
    sentAt: dateOf(sentAt),
    messageId,
    orderId: orderId || '-',
    reason,
  }));
  if (isJson) {
    json(rows);
    return;
  }
  if (rows.length === 0) {
    console.log('There are no dead letters.');
    return;
  }
  table(['sent', 'message', 'order', 'reason'], rows.map(Object.values) as string[][]);
  hint('npm run dlq -- redrive sends all of them again, with a message id one; discard gives one up.');
}

async function findDeadLetter(services: Services, messageId: string): Promise<DeadLetter> {
  const found = (await readDeadLetters(services)).find((letter) => letter.messageId === messageId);
  if (found) return found;
  throw new Failure(`There is no dead letter ${messageId}. npm run dlq -- list shows what there is.`);
}

async function show(services: Services, messageId: string, isJson: boolean): Promise<void> {
  const found = factsOf(await findDeadLetter(services, messageId));
  if (isJson) json(found);
  else facts(found);
}

const factsOf = ({ messageId, orderId, requestId, reason, body, sentAt }: DeadLetter) => ({
  message: messageId,
  sent: dateOf(sentAt),
  order: orderId || '- (it cannot be read)',
  request: requestId || '-',
  reason,
  body,
});

async function redrive(
  services: Services,
  { messageId, perSecond }: { messageId: string; perSecond: number },
): Promise<void> {
  const { processor } = services;
  // A letter that fails again comes back, so no more are sent than were there at the beginning.
  const atFirst = messageId === '' ? (await processor.unary('GetQueue')({}, callTimeoutMs)).deadLetters : 1;
  let total = 0;
  await step('redrive', 'sent again', async (progress) => {
    while (total < atFirst) {
      const limit = Math.min(atFirst - total, perSecond * 3, 100);
      const request = { operator: operator(), operationId: '', limit, perSecond, messageId };
      const { redriven } = await processor.unary('RedriveDeadLetters')(request, callTimeoutMs);
      if (redriven === 0) break;
      total += redriven;
      progress.report(`${total} of ${atFirst}`);
    }
  });
  heading(`${total} redriven`);
  if (total > 0) hint('npm run dlq -- list shows those that fail again.');
}

async function discard(
  services: Services,
  { messageId, reason, isSure }: { messageId: string; reason: string; isSure: boolean },
): Promise<void> {
  const letter = await findDeadLetter(services, messageId);
  facts(factsOf(letter));
  if (!isSure && !(await isWanted(letter.orderId))) throw new Failure('Nothing was discarded.');
  const request = { operator: operator(), operationId: '', messageId, reason };
  const { orderId, orderStatus } = await services.processor.unary('DiscardDeadLetter')(request, callTimeoutMs);
  heading(orderStatus === '' ? 'discarded; there is no order' : `discarded; the order ${orderId} is ${orderStatus}`);
}

/** What operators did to dead letters, newest first. */
async function listActions({ processor }: Services, limit: number, isJson: boolean): Promise<void> {
  const { acts } = await processor.unary('ListOperatorActs')({ limit }, callTimeoutMs);
  if (isJson) {
    json(acts.map(({ at, ...act }) => ({ at: dateOf(at), ...act })));
    return;
  }
  if (acts.length === 0) {
    console.log('Nobody has acted on dead letters yet.');
    return;
  }
  const rows = acts.map(({ at, operator: who, act, messageId, orderId, reason, outcome }) => [
    ...[dateOf(at), who, act, messageId || 'any', orderId || '-', reason || '-'],
    outcome || 'it did not finish',
  ]);
  table(['when', 'who', 'what', 'message', 'order', 'reason', 'outcome'], rows);
}

async function isWanted(orderId: string): Promise<boolean> {
  const consequence = orderId === '' ? '' : ` A pending order ${orderId} fails, and its stock goes back.`;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`Discard it?${consequence} Type yes: `)).trim() === 'yes';
  } finally {
    terminal.close();
  }
}

const operator = () => process.env['OPERATOR'] ?? userInfo().username;
