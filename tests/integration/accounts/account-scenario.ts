import { createCrashPoints, type CrashPoint } from './crash-points';
import { startAccounts, type AccountParts, type Databases } from './account-protocol';

export interface ScenarioOutcome {
  /** What must never be; empty where everything holds. */
  findings: string[];
  /** How many effects the processors had, each of which is a point to crash at. */
  effects: number;
}

/**
 * Somebody registers, resets the password by each token that was mailed, several times at once, and leaves, while a processor
 * crashes at a point. A token works once, and nothing is known of the one who left.
 */
export async function runScenario(
  databases: Databases,
  parts: AccountParts,
  point?: CrashPoint,
): Promise<ScenarioOutcome> {
  const crashes = createCrashPoints(point);
  const accounts = startAccounts(databases, parts, crashes);
  const findings: string[] = [];
  const person = await accounts.register();
  const stayer = await accounts.register();

  await accounts.tokens.requestPasswordReset(person.email);
  await accounts.settle();
  const tokens = accounts.mailedTokens(person.email, 'reset-password');
  if (tokens.length === 0) findings.push('no mail to reset the password was sent');
  const uses = [...tokens, ...tokens, ...tokens].map((token, index) =>
    accounts.tokens.resetPassword(token, `another horse ${String(index)}`),
  );
  const used = (await Promise.allSettled(uses)).filter(({ status }) => status === 'fulfilled').length;
  const again = await Promise.allSettled(tokens.map((token) => accounts.tokens.resetPassword(token, 'one more horse')));
  if (used !== 1) findings.push(`a password was reset ${String(used)} times by one request`);
  if (again.some(({ status }) => status === 'fulfilled')) findings.push('a token that was used still works');

  await accounts.erase(person.userId);
  await accounts.settle();
  const stored = await everythingIn(databases);
  for (const [what, text] of Object.entries(person)) {
    for (const { place, content } of stored)
      if (content.includes(text)) findings.push(`${place} holds the ${what} of an erased user`);
  }
  if (accounts.mailedTokens(stayer.email, 'verify-email').length === 0)
    findings.push('a mail of another user is missing');
  return { findings, effects: crashes.count() };
}

/** All collections of both databases, as text. */
async function everythingIn({ auth, processor }: Databases): Promise<{ place: string; content: string }[]> {
  const places = [
    ...['users', 'refreshFamilies', 'erasures'].map((name) => ({ database: auth, name })),
    { database: processor, name: 'accountMails' },
  ];
  return Promise.all(
    places.map(async ({ database, name }) => ({
      place: name,
      content: JSON.stringify(await database.mongo.collection(name).find().toArray()),
    })),
  );
}
