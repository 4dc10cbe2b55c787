import { freePorts } from './free-ports';

const grpcServices = ['AUTH', 'INVENTORY', 'ORDER', 'PROCESSOR'];
const names = [
  'PORT',
  'GATEWAY_METRICS_PORT',
  ...grpcServices.flatMap((name) => [`${name}_GRPC_PORT`, `${name}_METRICS_PORT`]),
];

/** The variables that put a whole system on free ports. */
export async function systemPorts(): Promise<Record<string, string>> {
  const ports = await freePorts(names.length);
  const variables = Object.fromEntries(names.map((name, index) => [name, ports[index] ?? '']));
  const addresses = grpcServices.map((name) => [
    `${name}_GRPC_ADDRESSES`,
    `127.0.0.1:${variables[`${name}_GRPC_PORT`] ?? ''}`,
  ]);
  return { ...variables, ...(Object.fromEntries(addresses) as Record<string, string>) };
}
