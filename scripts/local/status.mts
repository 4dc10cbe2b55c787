// Prints one line for each part: running or not, ready or not, port, memory.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { runningPid } from './system/background.mts';
import { withoutPassword } from './system/env-file.mts';
import { runScript } from './system/failure.mts';
import { systemFolder, type RunFolder } from './system/folders.mts';
import { planSystem, type Part } from './system/plan.mts';
import { rememberedVariables } from './system/remembered.mts';
import { readSettings } from './system/settings.mts';
import { isReady } from './system/start-part.mts';

runScript(async () => {
  const folder = systemFolder();
  const remembered = rememberedVariables(folder);
  const { parts, external, env } = planSystem(readSettings(remembered));
  printRow(['PART', 'PROCESS', 'STATE', 'PORT', 'MEMORY']);
  for (const row of await Promise.all(parts.map((part) => describe(folder, part)))) printRow(row);
  for (const name of external) printRow([name, 'not ours', addressOf[name](env), '', '']);
});

const addressOf = {
  mongod: (env: Record<string, string>) => withoutPassword(env['MONGO_URI'] ?? ''),
  redis: (env: Record<string, string>) => `${env['REDIS_HOST'] ?? ''}:${env['REDIS_PORT'] ?? ''}`,
  localstack: (env: Record<string, string>) => env['AWS_ENDPOINT_URL'] ?? '',
};

async function describe(folder: RunFolder, part: Part): Promise<string[]> {
  const pid = runningPid(folder, part.name);
  const port = String(part.ports[0]?.port ?? '');
  if (pid === undefined) return [part.name, 'not running', 'not ready', port, ''];
  const state = (await isReady(part)) ? 'ready' : 'not ready';
  return [part.name, `running ${pid}`, state, port, memoryOf(pid)];
}

const widths = [12, 17, 12, 8, 8];
const printRow = (row: string[]) =>
  console.log(
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('')
      .trimEnd(),
  );

function memoryOf(pid: number): string {
  const kilobytes = existsSync('/proc/self/status') ? residentFromProc(pid) : residentFromPs(pid);
  return `${Math.round(kilobytes / 1_024)} MB`;
}

function residentFromProc(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes);
}

const residentFromPs = (pid: number) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
