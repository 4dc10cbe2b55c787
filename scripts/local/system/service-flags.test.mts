import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { serviceFlags } from './service-flags.mts';

test('an image starts its service with the same options', () => {
  const dockerfile = readFileSync(new URL('../../../deploy/Dockerfile', import.meta.url), 'utf8');
  const [, command = ''] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];

  assert.deepEqual(JSON.parse(command), ['node', ...serviceFlags, 'dist/main.js']);
});
