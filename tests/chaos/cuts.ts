import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from '../support/eventually';
import type { Link } from '../support/network';
import { command, memberName } from '../support/replica-set';
import { isSpared, type Fault } from './faults';
import type { World } from './world';

const brokenMs = 8_000;
const longMs = 60_000;

type Names = (name: string) => boolean;

const starting =
  (...words: string[]): Names =>
  (name) =>
    words.some((word) => name.startsWith(word));
const anyone: Names = () => true;

const services = starting('auth', 'inventory', 'order', 'processor');
const members = starting('mongod');

const pairs: [string, Names, Names][] = [
  ['gateways and order', starting('gateway'), starting('order')],
  ['order and inventory', starting('order'), starting('inventory')],
  ['processor and order and inventory', starting('processor'), starting('order', 'inventory')],
  ['services and mongods', services, members],
  ['mongods', members, members],
  ['all and Redis', anyone, starting('redis')],
  ['all and AWS', anyone, starting('aws')],
  ['processor and receivers', starting('processor'), starting('receiver')],
];

/** Whether no link of this kind is used to place an order. */
const spares = (from: Names, to: Names): boolean =>
  ![
    ['gateway', 'order'],
    ['order', 'inventory'],
    ['order', 'mongod-1'],
    ['inventory', 'mongod-1'],
    ['mongod-1', 'mongod-2'],
  ].some(([one = '', other = '']) => from(one) && to(other));

const blocked: Link = { there: { isBlocked: true }, back: { isBlocked: true } };
const bad = { delayMs: 100, lossPercent: 10 };

const ways: [string, Link][] = [
  ['cut', blocked],
  ['cut one way', { back: { isBlocked: true } }],
  ['slow and lossy', { there: bad, back: bad }],
];

/** Networks that are cut, and clocks that jump. */
export const cuts: Fault[] = [
  ...pairs.flatMap(([names, from, to]) =>
    ways.map(([how, link]) => ({
      name: `${names}: ${how}`,
      sparesPlacing: spares(from, to),
      strike: (world: World) => cut(world, () => world.network.set(from, to, link)),
    })),
  ),
  {
    name: 'order and inventory: cut for a minute',
    strike: (world) =>
      cut(
        world,
        () => world.network.set(starting('order'), starting('inventory'), blocked),
        () => wait(longMs),
      ),
  },
  {
    name: 'order-2 reaches Redis, not MongoDB',
    strike: (world) => cut(world, () => world.network.set(starting('order-2'), members, blocked)),
  },
  { name: 'a primary that only clients reach', strike: primaryIsolated },
  {
    name: 'one replica of order reaches the old primary only',
    strike: (world) => primaryIsolated(world, starting('order-2')),
  },
  ...['auth', 'inventory', 'order', 'processor', 'gateway'].map((name) => ({
    name: `the clock of ${name} jumps`,
    sparesPlacing: isSpared(name),
    strike: (world: World) => clockJumps(world, name),
  })),
];

async function cut({ network }: World, cutLinks: () => void, wait_ = () => wait(brokenMs)): Promise<void> {
  cutLinks();
  try {
    await wait_();
  } finally {
    network.mend();
  }
}

/** The old primary still takes connections, from all clients or from some that reach no other member. */
async function primaryIsolated(world: World, loyal: Names = () => false): Promise<void> {
  const { network, replicaSet } = world;
  await replicaSet.untilPrimary();
  const old = await replicaSet.primary();
  const isOld: Names = (name) => name === memberName(replicaSet.members.indexOf(old));
  const isOther: Names = (name) => members(name) && !isOld(name);
  const others = replicaSet.members.filter((member) => member !== old);
  const isAnother = async () => {
    const hellos = await Promise.all(others.map(({ port }) => command(port, { hello: 1 })));
    if (!hellos.some((hello) => hello['isWritablePrimary'] === true)) throw new Error('no other mongod is primary');
  };
  const cutLinks = () => {
    network.set(isOld, isOther, blocked);
    network.set(isOther, isOld, blocked);
    network.set(loyal, isOther, blocked);
  };
  await cut(world, cutLinks, async () => {
    await eventually(isAnother, 60_000);
    await wait(brokenMs);
  });
  await replicaSet.untilBack(old);
  await replicaSet.untilPrimary();
}

async function clockJumps({ clocks, system }: World, name: string): Promise<void> {
  const pid = system.pidOf(name);
  if (pid === undefined) throw new Error(`${name} does not run`);
  for (const seconds of [60, 0, -60, 0]) {
    clocks.get(name)?.jump(pid, seconds);
    await wait(3_000);
  }
}
