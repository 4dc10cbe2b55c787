// Each command of an operator refuses what it does not know, before it looks for the services.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const wrong: [command: string, args: string[], problem: string][] = [
  ['dlq', ['list', 'all'], 'list takes no "all"'],
  ['dlq', ['acts', 'all'], 'acts takes no "all"'],
  ['dlq', ['show'], 'show takes a message id'],
  ['orders', ['list', 'all'], 'there is list, show and export, not "list all"'],
  ['products', ['list', 'all'], 'list takes no "all"'],
  ['products', ['export', 'all.csv'], 'export takes no "all.csv"'],
  ['webhooks', ['list', 'all'], 'there is list, deliveries [webhook id] and resend <delivery id>, not "list all"'],
];

for (const [command, args, problem] of wrong) {
  test(`npm run ${command} -- ${args.join(' ')} ends with one line, the usage and exit code 2`, () => {
    const script = `scripts/operate/${command}.mts`;
    const { status, stdout, stderr } = spawnSync('scripts/with-node', [script, ...args], { encoding: 'utf8' });

    const [line, usage = ''] = stderr.split('\n');
    assert.deepEqual([status, stdout, line], [2, '', problem]);
    assert.match(usage, new RegExp(`^usage: npm run ${command} -- `));
  });
}
