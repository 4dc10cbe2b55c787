// Follows the logs of the services, or prints one order's way through all of them.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { backingNames } from './backing/start-backing.mts';
import { formatRecord, parseLine, wayOfOrder } from './log-lines/log-line.mts';
import { logPath } from './system/background.mts';
import { defineCommand, Failure } from './system/command.mts';
import { systemFolder } from './system/folders.mts';
import { serviceNames } from './system/settings.mts';
import { groupOf } from './system/stop-system.mts';

const partNames: readonly string[] = [...serviceNames, ...backingNames];

defineCommand(
  {
    about: 'Follows the logs of the services, or of the named parts; or prints what all of them say of one order.',
    usage: ['make logs [ARGS="<part>..."]', 'make logs ORDER=<order id>'],
    options: { order: { type: 'string' } },
    words: [0, 99],
  },
  ({ values, words, refuse }) => {
    const unknown = words.find((word) => !partNames.includes(groupOf(word)));
    if (unknown !== undefined) refuse(`there is no part "${unknown}": there are ${partNames.join(', ')}`);
    if (values.order === undefined) return follow(filesOf(words.length > 0 ? words : serviceNames));
    return printWay(filesOf(serviceNames), values.order.toLowerCase());
  },
);

function filesOf(wanted: readonly string[]): string[] {
  const folder = systemFolder();
  const names = readdirSync(folder.logs).map((file) => path.basename(file, '.log'));
  const isWanted = (name: string) => wanted.includes(name) || wanted.includes(groupOf(name));
  const files = names.filter(isWanted).map((name) => logPath(folder, name));
  if (files.length === 0) throw new Failure(`There are no logs of ${wanted.join(', ')} yet: make up writes them.`);
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
  for (const record of way) console.log(formatRecord(record));
  return 0;
}

function follow(files: string[]): Promise<number> {
  const tail = spawn('tail', ['-q', '-n', '20', '-F', ...files], { stdio: ['ignore', 'pipe', 'ignore'] });
  createInterface({ input: tail.stdout }).on('line', (line) => {
    const record = parseLine(line);
    console.log(record ? formatRecord(record) : line);
  });
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => tail.kill());
    tail.once('exit', () => resolve(0));
  });
}
