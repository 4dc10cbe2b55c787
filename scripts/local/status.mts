// Prints one line for each part: running or not, ready or not, port, memory.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { runningPid } from './system/background.mts';
import { defineCommand } from './system/command.mts';
import { withoutPassword } from './system/env-file.mts';
import { systemFolder, type RunFolder } from './system/folders.mts';
import { planSystem, type Part } from './system/plan.mts';
import { rememberedVariables } from './system/remembered.mts';
import { readSettings } from './system/settings.mts';
import { isReady } from './system/start-part.mts';
import { hint, json, table } from './system/terminal.mts';

defineCommand(
  {
    about: 'Shows each part: running or not, ready or not, port, memory.',
    usage: ['make status [ARGS=--json]'],
    options: { json: { type: 'boolean' } },
  },
  async ({ values }) => {
    const folder = systemFolder();
    const { parts, external, env } = planSystem(readSettings(rememberedVariables(folder)));
    const states = await Promise.all(parts.map((part) => stateOf(folder, part)));
    const elsewhere = external.map((part) => ({
      ...{ part, process: 'not ours', state: addressOf[part](env) },
      ...{ port: '', memory: '' },
    }));
    if (values.json) {
      json([...states, ...elsewhere]);
      return;
    }
    const rows = [...states, ...elsewhere].map((each) => [
      each.part,
      each.process,
      each.state,
      String(each.port),
      each.memory,
    ]);
    table(['part', 'process', 'state', 'port', 'memory'], rows);
    if (states.every(({ state }) => state === 'ready')) return;
    hint('make up starts what is missing; make logs ARGS=<part> shows what a part says.');
  },
);

const addressOf = {
  mongod: (env: Record<string, string>) => withoutPassword(env['MONGO_URI'] ?? ''),
  redis: (env: Record<string, string>) => `${env['REDIS_HOST'] ?? ''}:${env['REDIS_PORT'] ?? ''}`,
  localstack: (env: Record<string, string>) => env['AWS_ENDPOINT_URL'] ?? '',
};

async function stateOf(folder: RunFolder, part: Part) {
  const pid = runningPid(folder, part.name);
  const port = part.ports[0]?.port ?? 0;
  if (pid === undefined) return { part: part.name, process: 'not running', state: 'not ready', port, memory: '' };
  const state = (await isReady(part)) ? 'ready' : 'not ready';
  return { part: part.name, process: `running ${pid}`, state, port, memory: memoryOf(pid) };
}

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
