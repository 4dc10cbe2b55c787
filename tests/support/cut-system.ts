import { connectingProcesses } from './connecting-processes';
import { createNetwork, type Network } from './network';
import { memberName, startReplicaSet, type ReplicaSet, type ReplicaSetOptions } from './replica-set';
import type { Variables } from './service-process';
import { startSystem, type System } from './system';
import type { SystemLayout, SystemOptions } from './system-layout';
import { requiredVariable } from './test-database';

export interface CutSystem {
  system: System;
  replicaSet: ReplicaSet;
  network: Network;
  stop: () => Promise<void>;
}

export interface CutSystemOptions extends Pick<SystemOptions, 'replicas' | 'envOf'> {
  replicaSet?: Omit<ReplicaSetOptions, 'network'>;
}

/**
 * A system and three mongods, in which every connection between two processes passes a network that can be cut. The
 * processes are called as in the layout, and `mongod-1` to `mongod-3`, `redis` and `aws`.
 */
export async function startCutSystem({ replicaSet: setOptions, ...options }: CutSystemOptions): Promise<CutSystem> {
  const known: { system?: System; replicaSet?: ReplicaSet; layout?: SystemLayout } = {};
  const network = createNetwork((connections) => connectingProcesses(connections, pidsOf(known)));
  const stop = async (): Promise<void> => {
    network.mend();
    await known.system?.stop();
    await known.replicaSet?.stop();
    network.stop();
  };
  try {
    const replicaSet = (known.replicaSet = await startReplicaSet({ ...setOptions, network }));
    process.env['MONGO_URI'] = replicaSet.uri;
    const env = await backingThrough(network);
    const prepare = async (layout: SystemLayout) =>
      void Object.assign(layout.env, await servicesThrough(network, layout));
    const system = (known.system = await startSystem({ ...options, env, prepare }));
    return { system, replicaSet, network, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function pidsOf({
  system,
  replicaSet,
}: {
  system?: System;
  replicaSet?: ReplicaSet;
}): Record<string, number | undefined> {
  const members = (replicaSet?.members ?? []).map((member, place) => [memberName(place), member.pid()] as const);
  const services = (system?.layout.replicas ?? []).map(({ name }) => [name, system?.pidOf(name)] as const);
  return Object.fromEntries([...members, ...services]);
}

async function backingThrough(network: Network): Promise<Variables> {
  const redis = { host: requiredVariable('REDIS_HOST'), port: Number(requiredVariable('REDIS_PORT')) };
  const { hostname, port } = new URL(requiredVariable('AWS_ENDPOINT_URL'));
  return {
    REDIS_HOST: '127.0.0.1',
    REDIS_PORT: await network.listen('redis', redis),
    AWS_ENDPOINT_URL: `http://127.0.0.1:${await network.listen('aws', { host: hostname, port: Number(port) })}`,
  };
}

async function servicesThrough(network: Network, { host, replicas }: SystemLayout): Promise<Variables> {
  const variables: Variables = {};
  for (const { name, service, port } of replicas.filter((replica) => replica.service !== 'gateway')) {
    const address = `127.0.0.1:${await network.listen(name, { host, port: Number(port) })}`;
    const variable = `${service.toUpperCase()}_GRPC_ADDRESSES`;
    variables[variable] = [variables[variable], address].filter(Boolean).join(',');
  }
  return variables;
}
