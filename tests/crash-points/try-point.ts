import { eventually } from '../support/eventually';
import { disturbance, type Way } from './disturbances';
import { aWish, place, type Wanted } from './actions';
import type { Scenario } from './scenarios';
import type { Running, World } from './world';

export interface Tried {
  /** Whether the scenario has an effect of this number. */
  isReached: boolean;
  effect: string | undefined;
  /** What is wrong with the system after it came to rest. */
  findings: string[];
  /** How often the buyer got the order's mail. */
  mails: number;
}

/** Plays a scenario with one disturbance, starts everything anew, and says what the system looks like once it rests. */
export async function tryPoint(
  world: World,
  { scenario, way, number, restWithinMs }: { scenario: Scenario; way: Way; number: number; restWithinMs: number },
): Promise<Tried> {
  const wanted = aWish(await world.aProduct());
  await scenario.prepare(world, wanted);
  const facts = { isReached: false };
  const running: Running = world.start(
    disturbance(way, {
      number,
      crash: () => running.effects.crash(),
      rival: () => scenario.rival(world, wanted),
      reached: () => (facts.isReached = true),
    }),
    scenario.hoursAhead,
  );
  const done = scenario.act(running, wanted).catch((error: unknown) => {
    if (!facts.isReached) throw error;
  });
  await Promise.race([done, running.effects.crashed]);
  // What lives goes on with what it has in hand; nobody waits for a dead process.
  if (!running.effects.isCrashed()) await running.process.relayed();
  if (scenario.isPlacedAgain) await placeAgain(world, wanted);

  const findings = await untilAtRest(world, restWithinMs);
  return {
    ...facts,
    effect: running.effects.names[number - 1],
    findings: [...findings, ...(await world.brokenPromises())],
    mails: world.mails.filter(({ userId }) => userId === wanted.userId).length,
  };
}

/** Until it is placed, while the sweeps of others end what was begun. */
export const placeAgain = (world: World, wanted: Wanted) =>
  eventually(async () => {
    await world.start({}, hoursLater).process.expire();
    await place(world.start().process, wanted);
  }, 30_000);

const hoursLater = 1;

/** Sweeps, receives and sends, as running processes do all the time, until nothing is left to do or nothing helps. */
export async function untilAtRest(world: World, restWithinMs: number): Promise<string[]> {
  const until = Date.now() + restWithinMs;
  for (let hoursAhead = 1; ; hoursAhead += 1) {
    await sweepAll(world, hoursAhead);
    const findings = await world.audit();
    if (findings.length === 0 || Date.now() >= until) return findings.map(({ what }) => what);
  }
}

async function sweepAll(world: World, hoursAhead: number): Promise<void> {
  const { process } = world.start({}, hoursAhead);
  process.consumer.start();
  await process.expire();
  await process.sweepOutbox();
  await process.republish();
  await process.relayed();
  // What was put off for longer is published again by the next sweep.
  await eventually(world.expectQuietQueue, 2_000).catch(() => undefined);
  await process.consumer.stop();
  await process.sendMails();
}
