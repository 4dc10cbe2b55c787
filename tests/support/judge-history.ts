import type { Call, Violation } from '../histories/call';
import { checkHistory } from '../histories/check-history';
import type { RecordedCalls } from './recorded-shop';
import type { User } from './shop';

/** Reads everything once more in a system at rest, and returns which promises the whole history breaks. */
export async function judgeHistory(
  calls: Call[],
  { record, users, productIds }: { record: RecordedCalls; users: User[]; productIds: string[] },
): Promise<Violation[]> {
  for (const user of users) await record.listAll(user);
  for (const productId of productIds) await record.look(productId, { isAtRest: true });
  return checkHistory(calls);
}
