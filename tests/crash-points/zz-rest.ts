import { eventually } from '../support/eventually';
import type { World } from './world';import { place, type Wanted } from './scenarios';
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
