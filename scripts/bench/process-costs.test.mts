import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { waitUntil } from '../local/system/wait.mts';
import { cpuSecondsOf, cpuSecondsOfTree } from './process-costs.mts';

const skip = !existsSync('/proc/self/stat');
const busyFor = (milliseconds: number) => ['-e', `while (process.cpuUsage().user < ${milliseconds * 1_000});`];

test('the time of a tree includes a child that has ended', { skip }, () => {
  const before = cpuSecondsOfTree(process.pid);

  execFileSync(process.execPath, busyFor(300));

  assert.ok(cpuSecondsOfTree(process.pid) - before >= 0.29);
});

test('the time of a tree includes a child that still runs', { skip }, async () => {
  const child = spawn(process.execPath, busyFor(60_000));
  try {
    const seconds = () => cpuSecondsOfTree(process.pid) - cpuSecondsOf(process.pid);
    const before = seconds();

    assert.ok(await waitUntil(() => seconds() - before >= 0.2, { timeoutMs: 20_000, everyMs: 20 }));
  } finally {
    child.kill();
  }
});
