// Reads the dead-letter queue page by page, and says what is in it.
import { Failure } from '../local/system/failure.mts';
import { patience, when, type Services } from './services.mts';

export type DeadLetter = Awaited<ReturnType<typeof readDeadLetters>>[number];

/** All dead letters, oldest first. */
export async function readDeadLetters({ processor }: Services) {
  const list = processor.unary('ListDeadLetters');
  let page = await list({ pageSize: 100, pageToken: '' }, patience);
  const letters = page.deadLetters;
  while (page.nextPageToken !== '') {
    page = await list({ pageSize: 100, pageToken: page.nextPageToken }, patience);
    letters.push(...page.deadLetters);
  }
  return letters;
}

/** The dead letter with this id, or the failure that says so. */
export async function findDeadLetter(services: Services, messageId: string): Promise<DeadLetter> {
  const found = (await readDeadLetters(services)).find((letter) => letter.messageId === messageId);
  if (found) return found;
  throw new Failure(`There is no dead letter ${messageId}. npm run dlq -- list shows what there is.`);
}

/** One line about a dead letter. */
export const lineOf = ({ messageId, orderId, reason, sentAt }: DeadLetter): string =>
  `${when(sentAt)}  ${messageId}  order ${orderId === '' ? '-'.padEnd(36) : orderId}  ${reason}`;

/** All that is known about a dead letter. */
export const pageOf = (letter: DeadLetter): string =>
  [
    `message   ${letter.messageId}`,
    `sent      ${when(letter.sentAt)}`,
    `order     ${letter.orderId === '' ? '- (it cannot be read)' : letter.orderId}`,
    `request   ${letter.requestId === '' ? '-' : letter.requestId}`,
    `reason    ${letter.reason}`,
    `body      ${letter.body}`,
  ].join('\n');
