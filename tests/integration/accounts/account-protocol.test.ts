import { accountFaults } from '../../planted-faults/account-faults';
import { openDatabases, soundAccountParts, type AccountParts, type Databases } from './account-protocol';
import { runScenario } from './account-scenario';
import type { CrashPoint } from './crash-points';

let databases: Databases;

beforeAll(async () => {
  databases = await openDatabases();
});
afterAll(async () => {
  await databases.auth.drop();
  await databases.processor.drop();
});

/** Without a crash, and with one before and after each effect; ends with the first run that finds something. */
async function searchCrashPoints(parts: AccountParts): Promise<string[]> {
  const { findings, effects } = await runScenario(databases, parts);
  if (findings.length > 0) return findings;
  for (let effect = 1; effect <= effects; effect += 1) {
    for (const when of ['before', 'after'] satisfies CrashPoint['when'][]) {
      const outcome = await runScenario(databases, parts, { effect, when });
      const where = `crashed ${when} effect ${String(effect)}`;
      if (outcome.findings.length > 0) return outcome.findings.map((finding) => `${where}: ${finding}`);
    }
  }
  return [];
}

test('tokens work once, mails go out and erased users are forgotten, wherever a processor crashes', async () => {
  expect(await searchCrashPoints(soundAccountParts)).toEqual([]);
}, 120_000);

test.each(accountFaults.map((fault) => [fault.name, fault] as const))(
  'finds the planted fault: %s',
  async (_, { parts }) => {
    expect(await searchCrashPoints({ ...soundAccountParts, ...parts })).not.toEqual([]);
  },
  120_000,
);
