import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableOf, valuesOf } from './values-table.mts';

test('a value is told by its path, its default and the comment above it', () => {
  const text =
    '# A group.\nimage:\n  # Where from.\n  tag: ""\n  # Which\n  # of them.\n  names: [a]\n# On.\nflag: false\n';

  assert.deepEqual(valuesOf(text), [
    { key: 'image.tag', standard: '""', meaning: 'Where from.' },
    { key: 'image.names', standard: '["a"]', meaning: 'Which of them.' },
    { key: 'flag', standard: 'false', meaning: 'On.' },
  ]);
});

test('a value that nobody explained is named', () => {
  assert.throws(() => valuesOf('# A group.\nimage:\n  # Where from.\n  tag: ""\n  silent: 1\n'), /image\.silent/);
});

test('the table has a row for each value', () => {
  const table = tableOf([{ key: 'a', standard: '1', meaning: 'One | two.' }]);

  assert.equal(table.split('\n').at(-1), '| `a`   | `1`     | One \\| two. |');
});
