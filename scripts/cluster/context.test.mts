import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { loadCommandOf, refusalOf } from './context.mts';

const remote = { name: 'production', server: 'https://10.20.30.40' };

test('a cluster that is not local is refused, and the message says how to insist', () => {
  assert.match(refusalOf(remote, undefined) ?? '', /CLUSTER_TEST_CONTEXT=production/);
  assert.match(refusalOf({ name: 'production', server: 'https://localhost.example.com' }, '') ?? '', /not a local/);
});

test('a cluster that is named is taken, and only that one', () => {
  assert.equal(refusalOf(remote, 'production'), undefined);
  assert.match(refusalOf({ name: 'kind-kind', server: 'https://127.0.0.1:1' }, 'production') ?? '', /is kind-kind/);
});

for (const name of ['kind-dev', 'k3d-dev', 'minikube', 'docker-desktop', 'orbstack']) {
  test(`${name} is local`, () => {
    assert.equal(refusalOf({ name, server: 'https://192.168.49.2:8443' }, undefined), undefined);
  });
}

test('an API server on this machine is local', () => {
  assert.equal(refusalOf({ name: 'local', server: 'https://127.0.0.1:6443' }, undefined), undefined);
});

test('images go to kind by kind, or by the command that is given', () => {
  const kind = { name: 'kind-dev', server: '' };
  assert.deepEqual(loadCommandOf(kind, ''), ['kind', 'load', 'docker-image', '--name', 'dev']);
  assert.deepEqual(loadCommandOf(kind, './load.sh -q'), ['./load.sh', '-q']);
  assert.deepEqual(loadCommandOf({ name: 'docker-desktop', server: '' }, undefined), []);
});

test('no way to bring images is known into a cluster of another kind', () => {
  assert.equal(loadCommandOf({ name: 'local', server: 'https://127.0.0.1:6443' }, undefined), undefined);
});

test('make cluster-test says so before it installs or builds anything', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'order-placing-kubectl-'));
  try {
    const kubectl = '#!/bin/sh\ncase "$2" in current-context) echo local ;; *) echo https://127.0.0.1:6443 ;; esac\n';
    writeFileSync(path.join(folder, 'kubectl'), kubectl, { mode: 0o755 });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...process.execArgv.filter((flag) => flag !== '--test'), 'scripts/cluster/test.mts'],
      // With no other program within reach nothing could be built.
      { encoding: 'utf8', env: { PATH: folder + ':/bin' } },
    );

    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /No way is known .* local .*\n.*CLUSTER_LOAD=[^]*IMAGE_TAG=/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
