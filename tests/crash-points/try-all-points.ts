import type { Way } from './disturbances';
import type { Fault } from './effects';
import type { Scenario } from './scenarios';
import { tryPoint } from './try-point';
import { createWorld } from './world';

export interface Trial {
  scenario: Scenario;
  way: Way;
  fault?: Fault;
  /** How long a system may take to come to rest. */
  restWithinMs?: number;
}

export interface TriedPoint {
  way: Way;
  number: number;
  effect: string;
  problems: string[];
}

const mostEffects = 60;

/** Disturbs one effect after the other, until a whole run needs no more. */
export async function tryAllPoints({ scenario, way, fault, restWithinMs = 30_000 }: Trial): Promise<TriedPoint[]> {
  const world = await createWorld({ ...(fault && { fault }) });
  const points: TriedPoint[] = [];
  try {
    for (let number = 1; number <= mostEffects; number += 1) {
      const tried = await tryPoint(world, { scenario, way, number, restWithinMs });
      if (!tried.isReached) return points;
      const problems = [...tried.findings];
      if (tried.mails > mostMails(way)) problems.push(`${tried.mails} mails went out`);
      points.push({ way, number, effect: tried.effect ?? '', problems });
      // What is broken once stays broken, and would be found at every later point.
      if (problems.length > 0) return points;
    }
    throw new Error(`more than ${mostEffects} effects`);
  } finally {
    await world.stop();
  }
}

// A mail that went out just as its sender died, or without an answer, may go out once more.
const mostMails = (way: Way) => (way === 'another process comes between' ? 1 : 2);
