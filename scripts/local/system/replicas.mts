// The processes of one service, each with ports of its own.
import type { Variables } from './env-file.mts';
import type { Port } from './ports.mts';
import type { ServiceName, Settings } from './settings.mts';

export interface ServicePart {
  kind: 'service';
  name: string;
  group: ServiceName;
  ports: Port[];
  /** The ports of this replica, as the variables that the service reads. */
  env: Variables;
  readyUrl: string;
}

/** Each further replica has its ports a hundred higher. */
export function replicasOf(group: ServiceName, settings: Settings): ServicePart[] {
  const count = settings.replicas(group);
  return Array.from({ length: count }, (_, index) => {
    const name = count === 1 ? group : `${group}-${index + 1}`;
    const ports = portVariablesOf(group).map((variable) => ({ port: settings.port(variable) + 100 * index, variable }));
    const env = Object.fromEntries(ports.map(({ variable, port }) => [variable, String(port)]));
    return { kind: 'service', name, group, ports, env, readyUrl: `http://127.0.0.1:${ports[1]?.port ?? 0}/readyz` };
  });
}

const portVariablesOf = (service: ServiceName) => [
  service === 'gateway' ? 'PORT' : `${service.toUpperCase()}_GRPC_PORT`,
  `${service.toUpperCase()}_METRICS_PORT`,
];
