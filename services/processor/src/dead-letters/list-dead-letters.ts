import { invalidCursor } from '@orders/shared/errors';
import type { DeadLetter } from './dead-letter-browser';

export interface ListDeadLettersNeeds {
  browser: { list: () => Promise<DeadLetter[]> };
}

export interface ListDeadLetters {
  pageSize: number;
  /** The `nextPageToken` of the page before; empty for the first page. */
  pageToken: string;
}

/** Lists dead letters, oldest first, page by page. */
export const createListDeadLetters =
  ({ browser }: ListDeadLettersNeeds) =>
  async ({ pageSize, pageToken }: ListDeadLetters): Promise<{ deadLetters: DeadLetter[]; nextPageToken: string }> => {
    const last = pageToken === '' ? undefined : positionOf(pageToken);
    const letters = (await browser.list()).sort(byAge).filter((letter) => !last || byAge(last, letter) < 0);
    const deadLetters = letters.slice(0, pageSize);
    const end = deadLetters.at(-1);
    return { deadLetters, nextPageToken: end && letters.length > pageSize ? tokenOf(end) : '' };
  };

/** Oldest first; the message id makes the order total. */
const byAge = (left: DeadLetter, right: DeadLetter): number =>
  left.sentAt.getTime() - right.sentAt.getTime() || (left.messageId < right.messageId ? -1 : 1);

const tokenOf = ({ sentAt, messageId }: DeadLetter) => `${String(sentAt.getTime())}.${messageId}`;

// The letter itself may be gone by now, so the token holds everything that its position depends on.
function positionOf(token: string): DeadLetter {
  const [, sentAt, messageId] = /^(\d{1,15})\.(.+)$/.exec(token) ?? [];
  if (sentAt !== undefined && messageId !== undefined) {
    return { messageId, sentAt: new Date(Number(sentAt)), body: '', reason: '' };
  }
  throw invalidCursor();
}
