// What .run/env says of a system that is up.
import { readdirSync, rmSync } from 'node:fs';
import { forget, runningPid } from './background.mts';
import { pick, readEnvFile, realVariables, withoutPassword, type Variables } from './env-file.mts';
import { Failure } from './command.mts';
import type { RunFolder } from './folders.mts';
import { backingAddresses, layoutDefaults, runEnvFile } from './settings.mts';

/** The names under which something was started here and runs still. */
export const runningNames = (folder: RunFolder): string[] =>
  readdirSync(folder.records).filter((name) => runningPid(folder, name) !== undefined);

/** Removes the pid files of processes that were killed. */
export function forgetKilled(folder: RunFolder): void {
  for (const name of readdirSync(folder.records)) if (runningPid(folder, name) === undefined) forget(folder, name);
}

export const rememberedVariables = (folder: RunFolder): Variables => readEnvFile(runEnvFile(folder));

export const forgetVariables = (folder: RunFolder): void => rmSync(runEnvFile(folder), { force: true });

/** Fails when this shell asks for another system than the one that is up. */
export function checkSameLayout(remembered: Variables): void {
  if (remembered['STARTED_PARTS'] === undefined) return;
  const names = [...Object.keys(layoutDefaults), ...Object.values(backingAddresses).flat()];
  const differing = Object.entries(pick(realVariables(), names)).filter(([name, value]) => remembered[name] !== value);
  if (differing.length === 0) return;
  const list = differing.map(([name]) => `${name} (now ${withoutPassword(remembered[name] ?? 'not set')})`).join(', ');
  throw new Failure(`The system is up with other settings: ${list}. Run make down first.`);
}
