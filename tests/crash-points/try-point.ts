import { eventually } from '../support/eventually';
import { disturbance, type Way } from './disturbances';
import { anOrderRequest, place, type OrderRequest } from './actions';
import type { Scenario } from './scenarios';
import type { Running, World } from './world';

export interface TriedPoint {
  /** Whether the scenario has an effect of this number. */
  isReached: boolean;
  effect: string | undefined;
  /** What is wrong with the system after it came to rest. */
  findings: string[];
  /** How often the buyer got the order's mail. */
  mails: number;
  /** How often the receiver got the event that it got most often. */
  copies: number;
}

/** Runs a scenario with one disturbance, restarts everything, and returns the findings once the system is at rest. */
export async function tryPoint(
  world: World,
  { scenario, way, number, restWithinMs }: { scenario: Scenario; way: Way; number: number; restWithinMs: number },
): Promise<TriedPoint> {
  const request = anOrderRequest(await world.aProduct());
  await scenario.prepare(world, request);
  const facts = { isReached: false };
  const running: Running = world.start(
    disturbance(way, {
      number,
      crash: () => running.effects.crash(),
      interfere: () => scenario.interfere(world, request),
      reached: () => (facts.isReached = true),
    }),
    scenario.hoursAhead,
  );
  const done = scenario.act(running, request).catch((error: unknown) => {
    if (!facts.isReached) throw error;
  });
  // A running process finishes its work; a crashed one never does, and it may crash in what follows its answer.
  await Promise.race([done.then(running.process.relayed), running.effects.crashed]);
  if (scenario.isPlacedAgain) await placeAgain(world, request);

  const findings = await untilAtRest(world, restWithinMs);
  return {
    ...facts,
    effect: running.effects.names[number - 1],
    findings: [...findings, ...(await world.brokenAcknowledgements())],
    mails: world.mails.filter(({ userId }) => userId === request.userId).length,
    copies: world.receiver.copies(request.orderId),
  };
}

/** Repeats the request until the order is placed, while the sweeps of others finish what was begun. */
export const placeAgain = (world: World, request: OrderRequest) =>
  eventually(async () => {
    await world.start({}, hoursLater).process.expire();
    await place(world.start().process, request);
  }, 30_000);

const hoursLater = 1;

/** Sweeps, receives and sends, as running processes do, until there are no findings or the time is over. */
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
  await process.sendDeliveries();
}
