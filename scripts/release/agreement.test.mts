import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disagreements, notesOf } from './agreement.mts';
import { readVersions } from './read-versions.mts';

const home = 'https://github.com/shop/orders';
const changelog =
  '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-30\n\n- Faster.\n\n## [1.2.2] - 2026-10-01\n\n- Old.\n';
const versions = { stated: { 'package.json': '1.2.3', 'Chart.yaml': '1.2.3' }, changelog, home };

test('a tag that everything agrees with is released', () => {
  assert.deepEqual(disagreements('v1.2.3', versions, home), []);
  assert.deepEqual(disagreements('v1.2.3', versions, undefined), []);
});

for (const tag of ['1.2.3', 'v1.2', 'v1.2.3.4', 'latest']) {
  test(`${tag} is not a tag of a release`, () => {
    assert.match(disagreements(tag, versions, home).join(), /is not a tag of a release/);
  });
}

test('each place that states another version is named', () => {
  const stated = { 'package.json': '1.2.3', 'Chart.yaml version': '1.2.2', 'package-lock.json': undefined };

  assert.deepEqual(disagreements('v1.2.3', { ...versions, stated }, home), [
    'Chart.yaml version says 1.2.2, the tag 1.2.3',
    'package-lock.json says nothing, the tag 1.2.3',
  ]);
});

test('changes that are not written down, or not under the version, keep it back', () => {
  const problemsOf = (text: string) => disagreements('v1.2.3', { ...versions, changelog: text }, home).join();

  assert.match(problemsOf(changelog.replace('[1.2.3] - 2026-11-30', '[1.2.3]')), /has no heading/);
  assert.match(problemsOf(changelog.replace('- Faster.', '')), /says nothing of 1\.2\.3/);
  assert.match(problemsOf(changelog.replace('[Unreleased]\n', '[Unreleased]\n\n- Later.\n')), /under Unreleased/);
});

test('a chart that names another home keeps it back', () => {
  assert.match(disagreements('v1.2.3', versions, 'https://github.com/fork/orders').join(), /its home is https/);
});

test('the notes of a release are what stands under its heading', () => {
  assert.equal(notesOf('1.2.3', changelog), '- Faster.');
  assert.equal(notesOf('1.2.4', changelog), undefined);
});

test('all that this repository states is one version', () => {
  const { stated } = readVersions();

  assert.ok(Object.keys(stated).length >= 11);
  assert.deepEqual([...new Set(Object.values(stated))], [stated['package.json']]);
});
