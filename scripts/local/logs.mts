// Follows the logs of the services, or prints one order's way through all of them: logs.mts [--order <id>] [part]...
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { formatRecord, parseLine, wayOfOrder } from './log-lines/log-line.mts';
import { logPath } from './system/background.mts';
import { Failure, runScript } from './system/failure.mts';
import { systemFolder } from './system/folders.mts';
import { serviceNames } from './system/settings.mts';
import { groupOf } from './system/stop-system.mts';

const isColoured = process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined;

runScript(() => {
  const args = process.argv.slice(2);
  if (args[0] !== '--order') return follow(filesOf(args.length > 0 ? args : serviceNames));
  if (args[1] === undefined) throw new Failure('usage: make logs ORDER=<order id>');
  return Promise.resolve(printWay(filesOf(serviceNames), args[1].toLowerCase()));
});

function filesOf(groups: readonly string[]): string[] {
  const folder = systemFolder();
  const names = readdirSync(folder.logs).map((file) => path.basename(file, '.log'));
  const files = names.filter((name) => groups.includes(groupOf(name))).map((name) => logPath(folder, name));
  if (files.length === 0) throw new Failure('There are no logs yet: make up writes them.');
  return files;
}

function printWay(files: string[], orderId: string): number {
  const texts = files.flatMap((file) => [`${file}.1`, file]).filter((file) => existsSync(file));
  const records = texts.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => parseLine(line) ?? []),
  );
  const way = wayOfOrder(records, orderId);
  if (way.length === 0) throw new Failure(`No log names the order ${orderId}.`);
  for (const record of way) console.log(formatRecord(record, { isColoured }));
  return 0;
}

function follow(files: string[]): Promise<number> {
  const tail = spawn('tail', ['-q', '-n', '20', '-F', ...files], { stdio: ['ignore', 'pipe', 'ignore'] });
  createInterface({ input: tail.stdout }).on('line', (line) => {
    const record = parseLine(line);
    console.log(record ? formatRecord(record, { isColoured }) : line);
  });
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => tail.kill());
    tail.once('exit', () => resolve(0));
  });
}
