import { DomainError } from '@orders/shared/errors';
import { explain } from '@orders/shared/grpc-unary';
import { startFailingServer, type Failure, type FailingServer } from './failing-server';
import { aWish } from './actions';
import { scenarios, type Scenario } from './scenarios';
import { placeAgain, untilAtRest } from './try-point';
import { createWorld, type Running, type World } from './world';

let server: FailingServer;

beforeAll(async () => {
  server = await startFailingServer();
  process.env['MONGO_URI'] = server.uri;
}, 120_000);
afterAll(() => server.stop());

const writes = ['insert', 'update', 'findAndModify', 'delete', 'commitTransaction'];
// Once would be mended by the driver, which asks again by itself.
const times = 2;

const failures: [string, (database: string) => Failure][] = [
  ['closes the connection', () => ({ failCommands: [...writes, 'find', 'aggregate'], closeConnection: true })],
  [
    'does it, and does not know whether a majority has it',
    () => ({ failCommands: writes, writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } }),
  ],
  [
    'lets a transaction lose against another one',
    (database) => ({
      failCommands: ['insert', 'update'],
      namespace: `${database}.products`,
      errorCode: 112,
      errorLabels: ['TransientTransactionError'],
    }),
  ],
  ['is primary no more', () => ({ failCommands: writes, errorCode: 10_107 })],
];
/** Of the last one little is left that the first does not show. */
const tried = process.env['CRASH_POINTS'] === 'all' ? failures : failures.slice(0, 3);

const mostEffects = 40;

test.each(tried)(
  'the server %s at any write of any scenario, and everything adds up in the end',
  async (_, failureIn) => {
    const world = await createWorld();
    const failure = failureIn(world.database.collection('orders').dbName);
    try {
      for (const scenario of scenarios) {
        for (let number = 1; await isDisturbed(world, { scenario, number, failure }); number += 1) {
          expect(number).toBeLessThan(mostEffects);
        }
      }

      expect(await untilAtRest(world, 60_000)).toEqual([]);
      expect(await world.brokenPromises()).toEqual([]);
    } finally {
      await server.failNoMore();
      await world.stop();
    }
  },
  240_000,
);

/** Plays a scenario while the server fails at its n-th effect; whether it has so many. */
async function isDisturbed(
  world: World,
  { scenario, number, failure }: { scenario: Scenario; number: number; failure: Failure },
): Promise<boolean> {
  const wanted = aWish(await world.aProduct());
  await scenario.prepare(world, wanted);
  let isReached = false;
  const before = async (effect: { number: number }) => {
    if (effect.number !== number) return;
    isReached = true;
    await server.failNext(world.database.collection('orders').dbName, { times, failure });
  };
  const running: Running = world.start({ before }, scenario.hoursAhead);
  await scenario.act(running, wanted).catch(expectOutage);
  await running.process.relayed();
  await server.failNoMore();
  if (scenario.isPlacedAgain) await placeAgain(world, wanted);
  return isReached;
}

/** What went wrong on the way is told as a passing outage, so that the buyer may ask again. */
function expectOutage(error: unknown): void {
  const told = explain(error);
  if (!(told instanceof DomainError) || told.kind !== 'UNAVAILABLE') throw error;
}
