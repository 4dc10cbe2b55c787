import { eventually } from './eventually';
import type { TestDatabase } from './test-database';

/** How the server carried out one query or write. */
export interface Plan {
  collection: string;
  summary: string;
  docsExamined: number;
  /** Documents that it answered or changed. */
  found: number;
  sortsInMemory: boolean;
}

interface ProfiledCommand {
  ns: string;
  op: string;
  planSummary?: string;
  docsExamined?: number;
  nreturned?: number;
  nMatched?: number;
  hasSortStage?: boolean;
}

/** The plans of all that the work asks of a database, as the server's profiler notes them. */
export async function plansOf(database: TestDatabase, work: () => Promise<unknown>): Promise<Plan[]> {
  const { db } = database.mongo.collection('any');
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  const noted = await db
    .collection<ProfiledCommand>('system.profile')
    .find({ ns: { $not: /system\.profile/ }, planSummary: { $exists: true } })
    .toArray();
  await db.dropCollection('system.profile');
  return noted.map((command) => ({
    collection: command.ns.slice(command.ns.indexOf('.') + 1),
    summary: command.planSummary ?? '',
    docsExamined: command.docsExamined ?? 0,
    found: (command.nreturned ?? 0) + (command.nMatched ?? 0),
    sortsInMemory: command.hasSortStage ?? false,
  }));
}

/** Each query goes by an index, is sorted by it, and looks at hardly more than it finds. */
export async function expectIndexed(database: TestDatabase, work: () => Promise<unknown>): Promise<void> {
  let plans: Plan[] = [];
  await eventually(async () => {
    plans = await plansOf(database, work);
    expect(plans).not.toEqual([]);
  });

  for (const plan of plans) {
    expect(plan).toMatchObject({ summary: expect.not.stringContaining('COLLSCAN'), sortsInMemory: false });
    expect({ ...plan, isDirect: plan.docsExamined <= plan.found + 2 }).toMatchObject({ isDirect: true });
  }
}
