// Stops what was started, callers before those whom they call.
import { readdirSync } from 'node:fs';
import { stopBackground } from './background.mts';
import type { RunFolder } from './folders.mts';
import { forgetVariables } from './remembered.mts';
import { say, secondsSince } from './terminal.mts';

const stopOrder = [['gateway'], ['order', 'processor'], ['inventory', 'auth'], ['localstack', 'redis', 'mongod']];

/** Says how many processes it stopped. */
export async function stopSystem(folder: RunFolder): Promise<number> {
  let count = 0;
  for (const groups of stopOrder) {
    const names = readdirSync(folder.records).filter((name) => groups.includes(groupOf(name)));
    const stopped = await Promise.all(names.map((name) => stopAndSay(folder, name)));
    count += stopped.filter(Boolean).length;
  }
  forgetVariables(folder);
  return count;
}

/** `order` of `order-2`. */
export const groupOf = (name: string) => name.replace(/-\d+$/, '');

export async function stopAndSay(folder: RunFolder, name: string): Promise<boolean> {
  const started = performance.now();
  const wasRunning = await stopBackground(folder, name);
  if (wasRunning) say(name, `${'stopped'.padEnd(34)}${secondsSince(started)}`);
  return wasRunning;
}
