import { startSystem, type System } from './system';
import type { SystemLayout } from './system-layout';

const variable = 'E2E_SYSTEM';
const place = globalThis as { sharedSystem?: System };

/** jest's global setup of the e2e tests: one system for all files, for each start costs seconds. */
export default async function startShared(): Promise<void> {
  place.sharedSystem = await startSystem({ replicas: { gateway: 2, order: 2 } });
  process.env[variable] = JSON.stringify(place.sharedSystem.layout);
}

export async function stopShared(): Promise<void> {
  await place.sharedSystem?.stop();
}

/** The system that runs for all e2e tests. */
export function sharedSystem(): SystemLayout {
  const text = process.env[variable];
  if (text === undefined) throw new Error('the shared system runs only in the jest project e2e');
  return JSON.parse(text) as SystemLayout;
}
