// Looks at dead letters and works them off: dlq.mts list | show <id> | redrive [id] | discard <id> | acts.
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { Failure, runScript } from '../local/system/failure.mts';
import { tellActs } from './acts.mts';
import { findDeadLetter, lineOf, pageOf, readDeadLetters } from './dead-letters.mts';
import { patience, withServices, type Services } from './services.mts';

const usage = `usage: npm run dlq -- list
       npm run dlq -- show <message id>
       npm run dlq -- redrive [message id] [--per-second 10]
       npm run dlq -- discard <message id> [--reason 'what the buyer reads'] [--yes]
       npm run dlq -- acts [--limit 20] [--json]`;

const options = {
  'per-second': { type: 'string', default: '10' },
  reason: { type: 'string', default: 'it could not be processed' },
  yes: { type: 'boolean', default: false },
  limit: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
} as const;

type Asked = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'] & {
  messageId: string;
};

const commands: Record<string, (services: Services, asked: Asked) => Promise<void>> = {
  list,
  show,
  redrive,
  discard,
  acts,
};

runScript(async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name = '', messageId = ''] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const needsId = name === 'show' || name === 'discard';
  if (!command || (needsId && messageId === '')) throw new Failure(usage);
  await withServices((services) => command(services, { ...values, messageId }));
});

async function list(services: Services): Promise<void> {
  const letters = await readDeadLetters(services);
  for (const letter of letters) say(lineOf(letter));
  say(`${String(letters.length)} dead letter${letters.length === 1 ? '' : 's'}`);
}

async function show(services: Services, { messageId }: Asked): Promise<void> {
  say(pageOf(await findDeadLetter(services, messageId)));
}

async function redrive(services: Services, { messageId, ...asked }: Asked): Promise<void> {
  const perSecond = Number(asked['per-second']);
  if (!Number.isInteger(perSecond) || perSecond < 1)
    throw new Failure('--per-second is a whole number from 1 to 1000.');
  // A letter that fails again comes back, so no more are sent than were there at the beginning.
  let left = messageId === '' ? (await services.processor.unary('GetQueue')({}, patience)).deadLetters : 1;
  let total = 0;
  while (left > 0) {
    const limit = Math.min(left, perSecond * 3, 100);
    const request = { operator: operator(), limit, perSecond, messageId };
    const { redriven } = await services.processor.unary('RedriveDeadLetters')(request, patience);
    if (redriven === 0) break;
    total += redriven;
    left -= redriven;
  }
  say(`${String(total)} redriven`);
}

async function discard(services: Services, { messageId, reason, yes }: Asked): Promise<void> {
  const letter = await findDeadLetter(services, messageId);
  say(pageOf(letter));
  if (!yes && !(await isWanted(letter.orderId))) throw new Failure('Nothing was discarded.');
  const request = { operator: operator(), messageId, reason };
  const { orderId, orderStatus } = await services.processor.unary('DiscardDeadLetter')(request, patience);
  say(orderStatus === '' ? 'discarded; there is no order' : `discarded; the order ${orderId} is ${orderStatus}`);
}

async function acts(services: Services, { limit, json: isJson }: Asked): Promise<void> {
  const wanted = Number(limit);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 1_000)
    throw new Failure('--limit is a whole number from 1 to 1000.');
  for (const line of await tellActs(services, { limit: wanted, isJson })) say(line);
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
const say = (line: string) => void process.stdout.write(`${line}\n`);
