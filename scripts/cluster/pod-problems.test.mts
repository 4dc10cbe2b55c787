import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podProblems, type Event, type Pod } from './pod-problems.mts';

const podWith = (status: Pod['status']): Pod => ({ metadata: { name: 'orders-order-1' }, ...(status && { status }) });
const order = { name: 'order', ready: false };
const ofPod = { kind: 'Pod', name: 'orders-order-1' };
const warning = (reason: string, message: string, involvedObject = ofPod): Event => ({
  type: 'Warning',
  reason,
  message,
  involvedObject,
});

test('pods that are ready, that wait for an init container or that are done have no problem', () => {
  const migrate = { name: 'migrate', ready: true, state: { terminated: { reason: 'Completed', exitCode: 0 } } };

  assert.deepEqual(podProblems([podWith({ containerStatuses: [{ ...order, ready: true, restartCount: 0 }] })], []), []);
  assert.deepEqual(
    podProblems(
      [
        podWith({
          initContainerStatuses: [migrate],
          containerStatuses: [{ ...order, state: { waiting: { reason: 'PodInitializing' } } }],
        }),
      ],
      [],
    ),
    [],
  );
});

test('an image that cannot be pulled is told with its message', () => {
  const waiting = { reason: 'ImagePullBackOff', message: 'Back-off pulling image "nowhere/order:1"' };

  assert.deepEqual(podProblems([podWith({ containerStatuses: [{ ...order, state: { waiting } }] })], []), [
    'orders-order-1, container order: ImagePullBackOff: Back-off pulling image "nowhere/order:1"',
  ]);
});

test('a container that ran out of memory is told as that, and how often', () => {
  const status = {
    ...order,
    restartCount: 3,
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
  };

  assert.deepEqual(podProblems([podWith({ containerStatuses: [status] })], []), [
    'orders-order-1, container order: CrashLoopBackOff; ended with OOMKilled (exit code 137); 3 restarts',
  ]);
});

test('a program that cannot be started is told with what the runtime said', () => {
  const terminated = { reason: 'StartError', exitCode: 128, message: 'exec: "/gone": no such file or directory\n' };

  assert.deepEqual(podProblems([podWith({ containerStatuses: [{ ...order, state: { terminated } }] })], []), [
    'orders-order-1, container order: ended with StartError (exit code 128): exec: "/gone": no such file or directory',
  ]);
});

test('a probe that fails is told with what it got', () => {
  const events = [warning('Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503')];

  assert.deepEqual(podProblems([podWith({ containerStatuses: [{ ...order, state: { running: {} } }] })], events), [
    'orders-order-1, container order: runs, but is not ready; Readiness probe failed: HTTP probe failed with statuscode: 503',
  ]);
});

test('a pod without a node and a volume that is missing are told', () => {
  const conditions = [{ type: 'PodScheduled', status: 'False', message: '0/1 nodes are available' }];
  const creating = [{ ...order, state: { waiting: { reason: 'ContainerCreating' } } }];

  assert.match(podProblems([podWith({ conditions })], []).join(), /not scheduled: 0\/1 nodes are available/);
  assert.match(
    podProblems([podWith({ containerStatuses: creating })], [warning('FailedMount', 'secret "x" not found')]).join(),
    /secret "x" not found/,
  );
});

test('what could not make its pods says why, once', () => {
  const replicaSet = { kind: 'ReplicaSet', name: 'orders-order' };
  const events = ['a', 'b'].map((pod) => warning('FailedCreate', `pod ${pod} violates PodSecurity`, replicaSet));

  assert.deepEqual(podProblems([], events), ['ReplicaSet orders-order: pod b violates PodSecurity']);
});
