import { isIP } from 'node:net';

const groupsOfIpv6 = 8;
const groupsOfNetwork = 4;

/** What a client address counts as in limits: an IPv4 address itself, of IPv6 its /64, which one client has all of. */
export function clientNetworkOf(forwarded: string): string {
  const address = withoutPort(forwarded);
  if (isIP(address) !== 6) return address;
  const groups = groupsOf(address);
  return ipv4Of(groups) ?? `${groups.slice(0, groupsOfNetwork).join(':')}::/64`;
}

// Some proxies forward the port too, which differs from connection to connection.
const withPort = /^(?:\[([^\]]+)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)$/;

function withoutPort(address: string): string {
  const [, ipv6, ipv4] = withPort.exec(address) ?? [];
  return ipv6 ?? ipv4 ?? address;
}

/** The eight groups, whichever way the address is written. */
function groupsOf(address: string): string[] {
  const [withoutZone = ''] = address.split('%');
  const written = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1);
  const [left = [], right = []] = written.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  return [...left, ...Array<string>(groupsOfIpv6 - left.length - right.length).fill('0'), ...right];
}

/** The IPv4 address that a socket for both families shows as `::ffff:192.0.2.1`. */
function ipv4Of(groups: string[]): string | undefined {
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group, 16));
  if (groups.slice(0, -2).join(':') !== '0:0:0:0:0:ffff') return undefined;
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
