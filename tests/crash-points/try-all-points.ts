import type { Way } from './disturbances';
import type { PlantedCommand } from './effects';
import type { Scenario } from './scenarios';
import { tryPoint, type TriedPoint } from './try-point';
import { createWorld } from './world';

export interface Trial {
  scenario: Scenario;
  way: Way;
  fault?: PlantedCommand;
  /** How long a system may take to come to rest. */
  restWithinMs?: number;
}

export interface PointResult {
  way: Way;
  number: number;
  effect: string;
  problems: string[];
}

const maxEffects = 60;

/** Disturbs one effect after the other, until a run has no more effects. */
export async function tryAllPoints({ scenario, way, fault, restWithinMs = 30_000 }: Trial): Promise<PointResult[]> {
  const world = await createWorld({ hasWebhook: scenario.hasWebhook, ...(fault && { fault }) });
  const points: PointResult[] = [];
  try {
    for (let number = 1; number <= maxEffects; number += 1) {
      const tried = await tryPoint(world, { scenario, way, number, restWithinMs });
      if (!tried.isReached) return points;
      const problems = [...tried.findings, ...copiesOf(tried, way)];
      points.push({ way, number, effect: tried.effect ?? '', problems });
      // A violation stays in the database, and would be found at every later point.
      if (problems.length > 0) return points;
    }
    throw new Error(`more than ${maxEffects} effects`);
  } finally {
    await world.stop();
  }
}

/** What went out too often. What its sender crashed on, or got no answer to, may be sent twice. */
function copiesOf({ mails, copies }: TriedPoint, way: Way): string[] {
  const most = way === 'another process interferes before the effect' ? 1 : 2;
  return [
    ...(mails > most ? [`${mails} mails went out`] : []),
    ...(copies > most ? [`an event was received ${copies} times`] : []),
  ];
}
