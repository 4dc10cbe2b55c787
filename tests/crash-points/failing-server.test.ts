import { DomainError } from '@orders/shared/errors';
import { explain } from '@orders/shared/grpc-unary';
import { startFailingServer, type Failure, type FailingServer } from './failing-server';
import { anOrderRequest } from './actions';
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
// Once is not enough: the driver retries by itself.
const times = 2;

const failures: [string, (database: string) => Failure][] = [
  ['closes the connection', () => ({ failCommands: [...writes, 'find', 'aggregate'], closeConnection: true })],
  [
    'executes it, and does not know whether a majority has it',
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
  ['is not primary any more', () => ({ failCommands: writes, errorCode: 10_107 })],
  ['has no disk space left', () => ({ failCommands: writes, errorCode: 14_031 })],
];
/** The last ones show little that the first does not. */
const tried = process.env['CRASH_POINTS'] === 'all' ? failures : failures.slice(0, 3);

const maxEffects = 40;

test.each(tried)(
  'the server %s at any write of any scenario, and the audit finds nothing',
  async (_, failureIn) => {
    const world = await createWorld();
    const failure = failureIn(world.database.collection('orders').dbName);
    try {
      for (const scenario of scenarios) {
        for (let number = 1; await isDisturbed(world, { scenario, number, failure }); number += 1) {
          expect(number).toBeLessThan(maxEffects);
        }
      }

      expect(await untilAtRest(world, 60_000)).toEqual([]);
      expect(await world.brokenAcknowledgements()).toEqual([]);
    } finally {
      await server.stopFailing();
      await world.stop();
    }
  },
  240_000,
);

/** Runs a scenario while the server fails at its n-th effect; returns whether it has so many. */
async function isDisturbed(
  world: World,
  { scenario, number, failure }: { scenario: Scenario; number: number; failure: Failure },
): Promise<boolean> {
  const request = anOrderRequest(await world.aProduct());
  await scenario.prepare(world, request);
  let isReached = false;
  const before = async (effect: { number: number }) => {
    if (effect.number !== number) return;
    isReached = true;
    await server.failNext(world.database.collection('orders').dbName, { times, failure });
  };
  const running: Running = world.start({ before }, scenario.hoursAhead);
  await scenario.act(running, request).catch(expectOutage);
  await running.process.relayed();
  await server.stopFailing();
  if (scenario.isPlacedAgain) await placeAgain(world, request);
  return isReached;
}

/** Callers get a failure of the server as UNAVAILABLE, so that they may retry. */
function expectOutage(error: unknown): void {
  const explained = explain(error);
  if (!(explained instanceof DomainError) || explained.kind !== 'UNAVAILABLE') throw error;
}
