import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { withLock } from './lock.mts';

const aLockFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'lock-')), 'lock');

test('work under one lock never overlaps, and the lock is gone afterwards', async () => {
  const file = aLockFile();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await setImmediate();
    seen.push(`${name} ends`);
  };

  await Promise.all([withLock(file, work('first')), withLock(file, work('second'))]);

  assert.deepEqual(seen, ['first begins', 'first ends', 'second begins', 'second ends']);
  assert.equal(existsSync(file), false);
});

test('a lock that a killed process left behind is taken', { timeout: 5_000 }, async () => {
  const file = aLockFile();
  writeFileSync(file, `${process.pid} an-earlier-start`);

  assert.equal(await withLock(file, () => Promise.resolve('done')), 'done');
});
