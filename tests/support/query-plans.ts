import { eventually } from './eventually';
import type { TestDatabase } from './test-database';

/** How the server carried out one query or write. */
export interface Plan {
  collection: string;
  summary: string;
  docsExamined: number;
  /** How many documents it returned or changed. */
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

/** The plans of all queries that the work sends, as the server's profiler records them. */
export async function plansOf(database: TestDatabase, work: () => Promise<unknown>): Promise<Plan[]> {
  const { db } = database.mongo.collection('any');
  await db.command({ profile: 2 });
  await work();
  await db.command({ profile: 0 });
  const profiled = await db
    .collection<ProfiledCommand>('system.profile')
    .find({ ns: { $not: /system\.profile/ }, planSummary: { $exists: true } })
    .toArray();
  await db.dropCollection('system.profile');
  return profiled.map((command) => ({
    collection: command.ns.slice(command.ns.indexOf('.') + 1),
    summary: command.planSummary ?? '',
    docsExamined: command.docsExamined ?? 0,
    found: (command.nreturned ?? 0) + (command.nMatched ?? 0),
    sortsInMemory: command.hasSortStage ?? false,
  }));
}

/** Expects each query to use an index, also to sort, and to examine hardly more documents than it finds. */
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
