import { requiredVariable } from '../support/test-database';
import { backingNamespace } from './chart-values';
import { services } from './release';
import { kubectl } from './run';

/**
 * Lets a pod ask where a release's services are, all the time, so that the cluster's name server answers everybody from what it
 * remembers, as it does where much is asked. It goes with the backing services.
 */
export async function fillNameServer(namespace: string): Promise<void> {
  const names = services.map((service) => `orders-${service}.${namespace}.svc.cluster.local`);
  const image = `${requiredVariable('IMAGE_PREFIX')}auth:${requiredVariable('IMAGE_TAG')}`;
  const pod = [
    'run',
    `asks-for-${namespace}`,
    '-n',
    backingNamespace,
    `--image=${image}`,
    '--image-pull-policy=IfNotPresent',
  ];
  await kubectl(...pod, '--command', '--', 'node', '-e', script, ...names);
}

const script = `
const { lookup } = require('node:dns');
setInterval(() => process.argv.slice(1).forEach((name) => lookup(name, () => undefined)), 200);
`;
