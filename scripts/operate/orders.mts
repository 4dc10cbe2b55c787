// Tells one order's whole story: orders.mts show <order id>.
import { Failure, runScript } from '../local/system/failure.mts';
import { patience, when, withServices, type Services } from './services.mts';

runScript(async () => {
  const [command, orderId = ''] = process.argv.slice(2);
  if (command !== 'show' || orderId === '') throw new Failure('usage: npm run orders -- show <order id>');
  await withServices(async (services) => {
    const story = await readStory(services, orderId);
    const [reservation, mail, letters] = await Promise.all([
      orAway(reservationLine(services, orderId)),
      orAway(mailLine(services, orderId)),
      orAway(deadLetterLine(services, orderId)),
    ]);
    const lines = [...orderLines(story), republishLine(story), ...outboxLines(story), reservation, letters, mail];
    process.stdout.write(`${lines.join('\n')}\n`);
  });
});

type Story = Awaited<ReturnType<typeof readStory>>;

async function readStory(services: Services, orderId: string) {
  const { order, ...story } = await services.order.unary('GetOrderStory')({ orderId }, patience);
  if (!order) throw new Failure(`There is no order ${orderId}.`);
  return { order, ...story };
}

const orderLines = ({ order, takenOver }: Story): string[] => [
  `order         ${order.orderId}${takenOver ? ' (taken over from the original system)' : ''}`,
  `buyer         ${order.userId}`,
  `items         ${order.items.map(({ productId, quantity }) => `${String(quantity)} ${productId}`).join(', ')}`,
  `placed        ${when(order.createdAt)}`,
  `status        ${wordOf(order.status)} since ${when(order.updatedAt)}, revision ${String(order.revision)}`,
  ...(order.reason === undefined ? [] : [`reason        ${order.reason}`]),
];

const republishLine = ({ republishes, republishAt }: Story): string =>
  `republished   ${String(republishes)} times${republishAt ? `, next at ${when(republishAt)}` : ''}`;

const outboxLines = ({ outbox }: Story): string[] =>
  outbox.length === 0
    ? ['owes          nothing']
    : outbox.map(({ kind, owedAt }) => `owes          ${wordOf(kind)} since ${when(owedAt)}`);

async function reservationLine({ inventory }: Services, orderId: string): Promise<string> {
  const { reservation } = await inventory.unary('GetReservation')({ orderId }, patience);
  if (!reservation) return 'reservation   none';
  const { state, epoch, heldAt, updatedAt } = reservation;
  return `reservation   ${wordOf(state)} since ${when(updatedAt)}, held at ${when(heldAt)}, epoch ${String(epoch)}`;
}

async function mailLine({ processor }: Services, orderId: string): Promise<string> {
  const { mail } = await processor.unary('GetMail')({ orderId }, patience);
  if (!mail) return 'mail          none';
  const { state, attempts, owedAt, finishedAt, reason = '', traceId } = mail;
  const end = finishedAt ? `, ended at ${when(finishedAt)}` : '';
  const line =
    `mail          ${wordOf(state)}, owed at ${when(owedAt)}${end}, ${String(attempts)} tries ${reason}`.trimEnd();
  return traceId === '' ? line : `${line}\ntrace         ${traceId}`;
}

async function deadLetterLine({ processor }: Services, orderId: string): Promise<string> {
  const { deadLetters } = await processor.unary('ListDeadLetters')({ pageSize: 100, pageToken: '' }, patience);
  const own = deadLetters.filter((letter) => letter.orderId === orderId.toLowerCase());
  if (own.length === 0) return 'dead letters  none among the oldest 100';
  return own.map(({ messageId, reason }) => `dead letter   ${messageId}: ${reason}`).join('\n');
}

/** A service that is away hides its own part only. */
const orAway = (line: Promise<string>): Promise<string> =>
  line.catch((error: unknown) => `unknown       ${error instanceof Error ? error.message : String(error)}`);

/** `ORDER_STATUS_PENDING` as `Pending`. */
function wordOf(wire = ''): string {
  const word = wire.slice(wire.lastIndexOf('_') + 1);
  return word.charAt(0) + word.slice(1).toLowerCase();
}
