import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DeleteIdentityCommand, SESClient } from '@aws-sdk/client-ses';
import { eventually } from '../support/eventually';
import { queueOf } from '../support/queue';
import { command } from '../support/replica-set';
import { requiredVariable } from '../support/test-database';
import type { World } from './world';

/** Breaks something and repairs it. */
export interface Fault {
  name: string;
  /** Whether an order is placed without anything that it breaks. */
  sparesPlacing?: boolean;
  /** Resolves when everything is available again. */
  strike: (world: World) => Promise<void>;
}

const replicas = ['auth', 'inventory', 'order', 'processor', 'gateway'].flatMap((name) => [name, `${name}-2`]);
const pairs = [
  ['order', 'order-2'],
  ['inventory', 'inventory-2'],
  ['processor', 'order-2'],
  ['gateway-2', 'auth'],
];
const hangMs = 7_000;
/** Whether orders are placed without this process. */
export const isSpared = (name: string): boolean => /^(auth|processor)/.test(name);

const besides: Fault[] = [
  { name: 'Redis slow', strike: ({ redis }) => slow(redis) },
  { name: 'Redis hanging', strike: ({ redis }) => hanging(redis) },
  { name: 'Redis killed for good', strike: async ({ redis }) => redis.kill().then(() => wait(3_000)) },
  { name: 'LocalStack slow', strike: ({ localstack }) => slow(localstack) },
  { name: 'LocalStack hanging', strike: ({ localstack }) => hanging(localstack) },
  {
    name: 'the queue deleted',
    strike: ({ system }) =>
      queueOf(system.layout)
        .remove()
        .then(() => wait(3_000)),
  },
  { name: 'the sender identity deleted', strike: senderForgotten },
  { name: 'LocalStack killed, its queue forgotten', strike: localstackForgotten },
];

/** All faults in their order; after one of them Redis stays down. */
export const faults: Fault[] = [
  ...replicas.map((name) => ({
    name: `${name} killed`,
    sparesPlacing: isSpared(name),
    strike: (world: World) => killed(world, [name]),
  })),
  ...pairs.map((names) => ({ name: `${names.join(' and ')} killed`, strike: (world: World) => killed(world, names) })),
  ...['auth-2', 'inventory', 'order-2', 'processor', 'gateway'].map((name) => ({
    name: `${name} killed while it starts`,
    sparesPlacing: isSpared(name),
    strike: (world: World) => killedStarting(world, name),
  })),
  ...['inventory', 'order-2', 'processor', 'auth'].flatMap((name) => [
    {
      name: `${name} slow`,
      sparesPlacing: isSpared(name),
      strike: ({ system }: World) => slow({ hang: () => system.hang(name), resume: () => system.resume(name) }),
    },
    {
      name: `${name} hanging`,
      sparesPlacing: isSpared(name),
      strike: ({ system }: World) => hanging({ hang: () => system.hang(name), resume: () => system.resume(name) }),
    },
  ]),
  ...besides.map((fault) => ({ ...fault, sparesPlacing: true })),
  { name: 'the primary stepped down', strike: steppedDown },
  { name: 'the primary killed', strike: primaryKilled },
  { name: 'two of three mongods killed', strike: majorityLost },
  { name: 'the primary slow', strike: async ({ replicaSet }) => slow(await replicaSet.primary()) },
  { name: 'the primary hanging', strike: primaryHanging },
  { name: "the primary's disk full", strike: diskFull },
];

interface Pausable {
  hang: () => void;
  resume: () => void;
}

async function killed({ system }: World, names: string[]): Promise<void> {
  await Promise.all(names.map(system.kill));
  await wait(500);
  await Promise.all(names.map(system.start));
}

async function killedStarting({ system }: World, name: string): Promise<void> {
  await system.kill(name);
  for (let times = 0; times < 3; times += 1) {
    system.spawn(name);
    await wait(randomInt(100, 1_500));
    await system.kill(name);
  }
  await system.start(name);
}

/** SIGSTOP: requests are accepted and never answered. */
async function hanging({ hang, resume }: Pausable, milliseconds = hangMs): Promise<void> {
  hang();
  await wait(milliseconds);
  resume();
}

/** Runs for 60 ms, then stops for 300 ms, again and again. */
async function slow({ hang, resume }: Pausable): Promise<void> {
  for (const until = Date.now() + hangMs; Date.now() < until;) {
    hang();
    await wait(300);
    resume();
    await wait(60);
  }
}

async function senderForgotten({ system }: World): Promise<void> {
  const ses = new SESClient({ region: 'us-east-1', endpoint: requiredVariable('AWS_ENDPOINT_URL') });
  await ses.send(new DeleteIdentityCommand({ Identity: system.layout.sender }));
  ses.destroy();
  await wait(3_000);
}

async function localstackForgotten({ localstack, untilLocalstackAnswers }: World): Promise<void> {
  await localstack.kill();
  await wait(2_000);
  localstack.start();
  await untilLocalstackAnswers();
}

async function steppedDown({ replicaSet }: World): Promise<void> {
  await replicaSet.untilPrimary();
  await replicaSet.stepDown();
  await replicaSet.untilPrimary();
}

async function primaryKilled({ replicaSet }: World): Promise<void> {
  const primary = await replicaSet.primary();
  await primary.kill();
  await replicaSet.untilPrimary();
  primary.start();
  await replicaSet.untilBack(primary);
}

async function majorityLost({ replicaSet }: World): Promise<void> {
  const primary = await replicaSet.primary();
  const others = replicaSet.members.filter((member) => member !== primary);
  await Promise.all(others.map((member) => member.kill()));
  await wait(hangMs);
  for (const member of others) member.start();
  await Promise.all(others.map(replicaSet.untilBack));
  await replicaSet.untilPrimary();
}

async function primaryHanging({ replicaSet }: World): Promise<void> {
  const primary = await replicaSet.primary();
  // Longer than the others wait before they elect another; then the old one resumes and still believes that it is primary.
  await hanging(primary, 14_000);
  await replicaSet.untilBack(primary);
  await replicaSet.untilPrimary();
}

async function diskFull({ replicaSet, disk }: World): Promise<void> {
  const [first] = replicaSet.members;
  if (!disk || !first) return writesRefused((await replicaSet.primary()).port);
  // It has the highest priority, so it becomes primary again by itself.
  await eventually(async () => {
    if ((await replicaSet.primary()) !== first) throw new Error('another mongod is still primary');
  }, 60_000);
  disk.fill();
  try {
    await eventually(() => {
      if (first.isRunning()) throw new Error('mongod still runs with a full disk');
    }, 60_000);
  } finally {
    disk.makeRoom();
  }
  first.start();
  await replicaSet.untilBack(first);
  await replicaSet.untilPrimary();
}

/** Where no disk can be filled: mongod fails every write as one without space does. */
async function writesRefused(port: string): Promise<void> {
  const failCommands = ['insert', 'update', 'findAndModify', 'delete', 'commitTransaction'];
  const data = { failCommands, errorCode: 14031 };
  await command(port, { configureFailPoint: 'failCommand', mode: 'alwaysOn', data });
  await wait(hangMs);
  await command(port, { configureFailPoint: 'failCommand', mode: 'off' });
}
