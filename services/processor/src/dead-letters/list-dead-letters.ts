import { DomainError } from '@orders/shared/errors';
import { byAge, type DeadLetter } from './dead-letter';

export interface ListDeadLettersNeeds {
  desk: { look: () => Promise<DeadLetter[]> };
}

export interface ListDeadLetters {
  pageSize: number;
  /** From the last page; empty for the first. */
  pageToken: string;
}

/** Answers a page of the dead letters, oldest first, and where the next one begins. */
export const createListDeadLetters =
  ({ desk }: ListDeadLettersNeeds) =>
  async ({ pageSize, pageToken }: ListDeadLetters): Promise<{ deadLetters: DeadLetter[]; nextPageToken: string }> => {
    const last = pageToken === '' ? undefined : placeOf(pageToken);
    const letters = (await desk.look()).sort(byAge).filter((letter) => !last || byAge(last, letter) < 0);
    const deadLetters = letters.slice(0, pageSize);
    const end = deadLetters.at(-1);
    return { deadLetters, nextPageToken: end && letters.length > pageSize ? tokenOf(end) : '' };
  };

const tokenOf = ({ sentAt, messageId }: DeadLetter) => `${String(sentAt.getTime())}.${messageId}`;

// The letter itself may be gone by now, so the token says all that its place depends on.
function placeOf(token: string): DeadLetter {
  const [, sentAt, messageId] = /^(\d{1,15})\.(.+)$/.exec(token) ?? [];
  if (sentAt !== undefined && messageId !== undefined) {
    return { messageId, sentAt: new Date(Number(sentAt)), body: '', reason: '' };
  }
  throw new DomainError('INVALID', {
    code: 'VALIDATION_FAILED',
    message: 'the cursor is not one of ours',
    details: [{ path: 'cursor', message: 'is not a cursor of this list' }],
  });
}
