import { mkdtempSync, rmSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { mongo } from 'mongoose';
import { createBackingProcess, type BackingProcess } from './backing-process';
import { eventually } from './eventually';
import { freePorts } from './free-ports';
import type { Network } from './network';

export interface ReplicaSetOptions {
  /** How long the others wait for a silent primary before they elect another; MongoDB's default is 10,000. */
  electionTimeoutMs?: number;
  /** The data folder of the first member, as on a disk of its own. */
  firstFolder?: string;
  extraArgs?: string[];
  /** Through which the members, and all others, reach the members. */
  network?: Network;
}

const startsWithinMs = 60_000;
const electsWithinMs = 60_000;

/** Three mongods that hold the same data; the first one is their primary. */
export async function startReplicaSet(options: ReplicaSetOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'orders-replica-set-'));
  const ports = await freePorts(3);
  const members: BackingProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(members.map((member) => member.kill()));
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    for (const place of placesOf(folder, ports, options)) {
      members.push(await createBackingProcess({ name: 'mongod', ...place }));
    }
    for (const member of members) member.start();
    await Promise.all(members.map(({ port }) => untilAnswers(port)));
    const reachedAt = await portsThrough(options.network, ports);
    await command(ports[0]!, { replSetInitiate: configOf(reachedAt, options) });
    const primary = () => primaryOf(members);
    await eventually(primary, electsWithinMs);
    return {
      uri: `mongodb://${reachedAt.map((port) => `127.0.0.1:${port}`).join(',')}/?replicaSet=rs0`,
      members,
      /** The one that takes writes now; rejects while there is none. */
      primary,
      /** Waits until there is one. */
      untilPrimary: () => eventually(primary, electsWithinMs),
      /** The primary steps down, as before maintenance. */
      stepDown: () =>
        // The first member takes over again once it has caught up, even between the read and the command.
        eventually(async () => {
          const { port } = await primary();
          await command(port, { replSetStepDown: 20, secondaryCatchUpPeriodSecs: 10 });
        }, electsWithinMs),
      /** Waits until a member has joined again. */
      untilBack: (member: BackingProcess) => eventually(() => expectPresent(member), startsWithinMs),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export type ReplicaSet = Awaited<ReturnType<typeof startReplicaSet>>;

/** The name of a member in a network. */
export const memberName = (place: number) => `mongod-${String(place + 1)}`;

const portsThrough = async (network: Network | undefined, ports: string[]): Promise<string[]> =>
  network === undefined
    ? ports
    : Promise.all(
        ports.map((port, place) => network.listen(memberName(place), { host: '127.0.0.1', port: Number(port) })),
      );

const placesOf = (folder: string, ports: string[], { firstFolder, extraArgs = [] }: ReplicaSetOptions) =>
  ports.map((port, place) => {
    const own = path.join(folder, port);
    return { port, extraArgs, folder: place === 0 ? (firstFolder ?? own) : own };
  });

const configOf = (ports: string[], { electionTimeoutMs = 10_000 }: ReplicaSetOptions) => ({
  _id: 'rs0',
  members: ports.map((port, _id) => ({ _id, host: `127.0.0.1:${port}`, priority: _id === 0 ? 2 : 1 })),
  settings: {
    electionTimeoutMillis: electionTimeoutMs,
    heartbeatIntervalMillis: Math.min(2_000, electionTimeoutMs / 2),
  },
});

const untilAnswers = (port: string) => eventually(() => command(port, { ping: 1 }), startsWithinMs);

async function primaryOf(members: BackingProcess[]): Promise<BackingProcess> {
  const hellos = await Promise.allSettled(members.map(({ port }) => command(port, { hello: 1 })));
  const place = hellos.findIndex((one) => one.status === 'fulfilled' && one.value['isWritablePrimary'] === true);
  const primary = members[place];
  if (!primary) throw new Error('no mongod is primary');
  return primary;
}

async function expectPresent({ port }: BackingProcess): Promise<void> {
  const { isWritablePrimary, secondary } = await command(port, { hello: 1 });
  if (isWritablePrimary !== true && secondary !== true) throw new Error(`the mongod at ${port} is not back yet`);
}

/** One command to one mongod, whatever the others are. */
export async function command(port: string, what: mongo.Document, withinMs = 1_000): Promise<mongo.Document> {
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: withinMs,
    connectTimeoutMS: withinMs,
    socketTimeoutMS: 15_000,
    // Else the driver imports it when connecting, which a test's module loader refuses.
    runtimeAdapters: { os },
  });
  try {
    return await client.db('admin').command(what);
  } finally {
    await client.close();
  }
}
