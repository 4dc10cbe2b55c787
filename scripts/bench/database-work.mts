// What the server has done since it was started, as it counts it itself.
import { setTimeout as sleep } from 'node:timers/promises';
import type { MongoClient } from 'mongodb';

/** Counts by kind: commands by their names, writes to indexes by database, collection and index. */
export interface Work {
  commands: Record<string, number>;
  indexWrites: Record<string, number>;
}

const counted = [
  'insert',
  'update',
  'delete',
  'findAndModify',
  'bulkWrite',
  'commitTransaction',
  'find',
  'aggregate',
  'getMore',
];

/** The commands of all, and the writes to the indexes of one chain's databases. */
export async function countWork(client: MongoClient, prefix: string): Promise<Work> {
  // What was cached by the storage engine is in the counts as soon as it is written.
  await sleep(200);
  const { metrics } = (await client.db('admin').command({ serverStatus: 1 })) as {
    metrics: { commands: Record<string, { total?: number } | undefined> };
  };
  const commands = Object.fromEntries(counted.map((name) => [name, metrics.commands[name]?.total ?? 0]));
  return { commands, indexWrites: await countIndexWrites(client, prefix) };
}

async function countIndexWrites(client: MongoClient, prefix: string): Promise<Record<string, number>> {
  const writes: Record<string, number> = {};
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases.filter((each) => each.name.startsWith(prefix))) {
    for (const { collectionName } of await client.db(name).collections()) {
      const stats = (await client.db(name).command({ collStats: collectionName })) as {
        indexDetails?: Record<string, { cursor?: Record<string, number> }>;
      };
      for (const [index, { cursor = {} }] of Object.entries(stats.indexDetails ?? {}))
        writes[`${name.slice(prefix.length)}.${collectionName}.${index}`] =
          (cursor['insert calls'] ?? 0) + (cursor['remove calls'] ?? 0);
    }
  }
  return writes;
}

/** What was done between two counts. */
export function workBetween(before: Work, after: Work): Work {
  const difference = (kind: keyof Work) =>
    Object.fromEntries(Object.entries(after[kind]).map(([name, count]) => [name, count - (before[kind][name] ?? 0)]));
  return { commands: difference('commands'), indexWrites: difference('indexWrites') };
}

/** Work with each of its counts changed by another's. */
export function combineWork(one: Work, other: Work, combine: (count: number, otherCount: number) => number): Work {
  const each = (kind: keyof Work) =>
    Object.fromEntries(
      Object.entries(one[kind]).map(([name, count]) => [name, combine(count, other[kind][name] ?? 0)]),
    );
  return { commands: each('commands'), indexWrites: each('indexWrites') };
}

export const sumOfWork = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
