import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { lastLogLines, runningPid, startBackground, stopBackground } from './background.mts';
import { runFolder } from './folders.mts';
import { processIdentity } from './process-identity.mts';
import { waitUntil } from './wait.mts';

const aFolder = () => runFolder(mkdtempSync(path.join(tmpdir(), 'background-')));
const aProgram = (source: string) => ({ command: process.execPath, args: ['-e', source] });
const forever = aProgram('setInterval(() => {}, 1000)');

test('the pid file holds the id of the process itself, and stopping removes it', async () => {
  const folder = aFolder();

  const pid = await startBackground(folder, 'part', forever);

  assert.equal(readFileSync(path.join(folder.dir, 'part.pid'), 'utf8'), `${pid}\n`);
  assert.equal(runningPid(folder, 'part'), pid);
  assert.equal(await stopBackground(folder, 'part'), true);
  assert.equal(runningPid(folder, 'part'), undefined);
  assert.throws(() => readFileSync(path.join(folder.dir, 'part.pid')));
});

test('a process that was killed does not count as running', async () => {
  const folder = aFolder();
  const pid = await startBackground(folder, 'part', forever);

  process.kill(pid, 'SIGKILL');

  assert.ok(await waitUntil(() => runningPid(folder, 'part') === undefined, { timeoutMs: 2_000, everyMs: 10 }));
});

test('a process that got the id of one of ours is left alone', async () => {
  const folder = aFolder();
  const stranger = await startBackground(folder, 'stranger', forever);
  writeFileSync(path.join(folder.records, 'part'), `${stranger} 0 another-start\n`);

  assert.equal(await stopBackground(folder, 'part'), false);

  assert.equal(runningPid(folder, 'stranger'), stranger);
  await stopBackground(folder, 'stranger');
});

test('a process that ignores the request to end is ended', async () => {
  const folder = aFolder();
  const deaf = aProgram("process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)");
  const pid = await startBackground(folder, 'deaf', deaf);
  assert.ok(await waitUntil(() => lastLogLines(folder, 'deaf') === 'deaf', { timeoutMs: 5_000 }));

  assert.equal(await stopBackground(folder, 'deaf', 200), true);

  assert.equal(processIdentity(pid), undefined);
});

test('the end of a log is that of the last start', async () => {
  const folder = aFolder();
  await startBackground(folder, 'part', aProgram("console.log('first')"));
  assert.ok(await waitUntil(() => lastLogLines(folder, 'part') === 'first', { timeoutMs: 5_000 }));

  await startBackground(folder, 'part', aProgram("console.log('second')"));

  assert.ok(await waitUntil(() => lastLogLines(folder, 'part') === 'second', { timeoutMs: 5_000 }));
});
