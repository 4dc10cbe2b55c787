import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/service-process';
import { backingNamespace } from './chart-values';
import { kubectl, run } from './run';

const queues = readFileSync(path.join(root, 'deploy/dependencies/files/queues.sh'), 'utf8');

/** A new, empty namespace that takes restricted pods alone, with a queue of its name. */
export async function createNamespace(name: string): Promise<void> {
  await kubectl('delete', 'namespace', name, '--ignore-not-found');
  const labels = { 'order-placing-test': 'true', 'pod-security.kubernetes.io/enforce': 'restricted' };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  await run('kubectl', ['create', '-f', '-'], { input: JSON.stringify(namespace) });
  await createQueue(name);
}

export const deleteNamespace = (name: string) =>
  kubectl('delete', 'namespace', name, '--wait=false', '--ignore-not-found');

/** What a Secret holds, as it is stored. */
export async function secretOf(namespace: string, name: string): Promise<Record<string, string>> {
  return JSON.parse(await kubectl('get', 'secret', name, '-n', namespace, '-o', 'jsonpath={.data}')) as never;
}

/** Everything of a namespace but what each one has by itself. */
export async function objectsIn(namespace: string): Promise<string[]> {
  const kinds = (await kubectl('api-resources', '--verbs=list', '--namespaced', '-o', 'name')).split('\n');
  const kept = kinds.filter((kind) => kind !== '' && !/^events|metrics\.k8s\.io$/.test(kind));
  const names = await kubectl('get', kept.join(','), '-n', namespace, '-o', 'name', '--ignore-not-found');
  return names.split('\n').filter((name) => name !== '' && !everywhere.includes(name));
}

const everywhere = ['configmap/kube-root-ca.crt', 'serviceaccount/default'];

const createQueue = (name: string) =>
  run(
    'kubectl',
    ['exec', '-i', '-n', backingNamespace, 'deploy/localstack', '--', 'env', ...queueVariables(name), 'sh', '-s'],
    { input: queues },
  );

const queueVariables = (name: string) => [
  `QUEUE=${name}`,
  'MAX_RECEIVE_COUNT=5',
  'SENDER=orders@example.com',
  'AWS_ENDPOINT_URL=http://localhost:4566',
  'AWS_ACCESS_KEY_ID=test',
  'AWS_SECRET_ACCESS_KEY=test',
  'AWS_DEFAULT_REGION=us-east-1',
];
