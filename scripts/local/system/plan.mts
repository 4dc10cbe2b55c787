// Which processes make up the system, with their ports, and what they are told.
import { backingNames, type BackingName } from '../backing/start-backing.mts';
import { pick, type Variables } from './env-file.mts';
import type { Port } from './ports.mts';
import { backingAddresses, serviceNames, type Settings } from './settings.mts';
import { replicasOf, type ServicePart } from './replicas.mts';
import { systemVariables } from './system-variables.mts';

export interface BackingPart {
  kind: 'backing';
  name: BackingName;
  group: string;
  ports: Port[];
}

export type Part = BackingPart | ServicePart;

export interface Plan {
  parts: Part[];
  external: BackingName[];
  /** What every process gets, and .run/env holds. */
  env: Variables;
}

export function planSystem(settings: Settings): Plan {
  const started = backingNames.filter((name) => !isExternal(name, settings));
  const external = backingNames.filter((name) => !started.includes(name));
  const parts = [
    ...started.map((name) => backingPart(name, settings)),
    ...serviceNames.flatMap((name) => replicasOf(name, settings)),
  ];
  return {
    parts,
    external,
    env: { ...systemVariables(settings, started), STARTED_PARTS: parts.map(({ name }) => name).join(',') },
  };
}

const portVariables: Record<BackingName, string> = {
  mongod: 'MONGO_PORT',
  redis: 'REDIS_LOCAL_PORT',
  localstack: 'LOCALSTACK_PORT',
};

/** Whether the environment names one that exists, and not the one that we started and wrote down. */
function isExternal(name: BackingName, { real, remembered }: Settings): boolean {
  const asked = pick(real, backingAddresses[name]);
  const wasStarted = (remembered['STARTED_PARTS'] ?? '').split(',').includes(name);
  const isKnown = Object.entries(asked).every(([variable, value]) => remembered[variable] === value);
  if (remembered['STARTED_PARTS'] !== undefined && isKnown) return !wasStarted;
  return Object.keys(asked).length > 0;
}

function backingPart(name: BackingName, { port }: Settings): BackingPart {
  const variable = portVariables[name];
  return { kind: 'backing', name, group: name, ports: [{ port: port(variable), variable }] };
}
