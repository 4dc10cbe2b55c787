// Picks the first way to run a backing service that this machine has.
import type { Launch } from '../system/background.mts';
import { Failure } from '../system/command.mts';

/** One way to run a part, or the reason why this machine has not got it. */
export type Way = () => Promise<Launch | { reason: string }>;

export async function chooseLaunch(part: string, ways: Way[], advice: string): Promise<Launch> {
  const reasons: string[] = [];
  for (const way of ways) {
    const answer = await way();
    if (!('reason' in answer)) return answer;
    reasons.push(answer.reason);
  }
  throw new Failure(
    [`${part}: nothing on this machine can run it.`, ...reasons.map((each) => `  - ${each}`), advice].join('\n'),
  );
}
