// Follows the logs of the services: logs.mts [part]...
import { spawn } from 'node:child_process';
import path from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { Failure, runScript } from './system/failure.mts';
import { logPath } from './system/background.mts';
import { root, systemFolder } from './system/folders.mts';
import { serviceNames } from './system/settings.mts';
import { groupOf } from './system/stop-system.mts';

runScript(() => {
  const folder = systemFolder();
  const asked = process.argv.slice(2);
  const groups: readonly string[] = asked.length > 0 ? asked : serviceNames;
  const names = readdirSync(folder.logs).map((file) => path.basename(file, '.log'));
  const files = names.filter((name) => groups.includes(groupOf(name))).map((name) => logPath(folder, name));
  if (files.length === 0) throw new Failure('There are no logs yet: make up writes them.');
  return follow(files);
});

function follow(files: string[]): Promise<number> {
  const tail = spawn('tail', ['-q', '-n', '20', '-F', ...files], { stdio: ['ignore', 'pipe', 'ignore'] });
  const pretty = path.join(root, 'node_modules/pino-pretty/bin.js');
  const reader = existsSync(pretty)
    ? spawn(process.execPath, [pretty, '--ignore', 'pid,hostname'], { stdio: [tail.stdout, 'inherit', 'inherit'] })
    : undefined;
  if (reader === undefined) tail.stdout.pipe(process.stdout);
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => tail.kill());
    (reader ?? tail).once('exit', () => resolve(0));
  });
}
