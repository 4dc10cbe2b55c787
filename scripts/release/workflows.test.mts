import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = '.github/workflows';
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));

for (const { name, text } of files) {
  test(`${name} pins every action by its commit, and says which version that is`, () => {
    const actions = [...text.matchAll(/uses: (.+)$/gm)].map(([, action = '']) => action);
    const loose = actions.filter((action) => !/^\.\/|^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action));

    assert.deepEqual(loose, []);
  });

  test(`${name} asks for nothing but reading, but in the jobs that say so, and leaves no credentials behind`, () => {
    assert.match(text, /^permissions:\n {2}contents: read$/m);
    const checkouts = text.match(/uses: actions\/checkout@/g)?.length ?? 0;
    assert.equal(text.match(/persist-credentials: false/g)?.length ?? 0, checkouts);
  });
}

test('one action has one commit in all workflows', () => {
  const actions = files.flatMap(({ text }) => [...text.matchAll(/uses: ([\w./-]+)@(\w{40})/g)]);
  const commits = Map.groupBy(actions, ([, action]) => action);

  for (const [action, uses] of commits) assert.equal(new Set(uses.map(([, , commit]) => commit)).size, 1, action);
});

test('a release builds on a base image by digest', () => {
  const text = files.find(({ name }) => name === 'release.yml')?.text ?? '';

  assert.match(text, /^ {2}NODE_IMAGE: node:24-bookworm-slim@sha256:[0-9a-f]{64}$/m);
  assert.match(text, /NODE_IMAGE=\$\{\{ env\.NODE_IMAGE \}\}/);
});
