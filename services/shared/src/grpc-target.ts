import { isIPv4, isIPv6 } from 'node:net';

const hostAndPort = /^(?:\[([^\]]+)\]|([^\s[\],:/]+)):\d{1,5}$/;

/**
 * What grpc-js connects to: a list of addresses of one family (`127.0.0.1:50051,127.0.0.1:50151`, `[::1]:50051`), one
 * name (`host:50051`), or one that a name server answers (`dns:///host:50051`). Undefined where it could never connect.
 */
export function grpcTarget(addresses: string): string | undefined {
  if (/^dns:\/\/\/[^,\s]+:\d{1,5}$/.test(addresses)) return addresses;
  // grpc-js takes several addresses as one target only where they are numbers.
  const numbers = addresses.replaceAll(/(^|,)localhost:/g, '$1127.0.0.1:');
  const hosts = numbers.split(',').map((address) => hostAndPort.exec(address));
  if (hosts.every((host) => isIPv4(host?.[2] ?? ''))) return `ipv4:${numbers}`;
  if (hosts.every((host) => isIPv6(host?.[1] ?? ''))) return `ipv6:${numbers}`;
  const isName = hosts.length === 1 && hosts[0]?.[2] !== undefined;
  return isName ? `dns:///${addresses}` : undefined;
}
