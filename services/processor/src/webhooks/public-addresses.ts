import { Resolver } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an address is one of the public internet: not private, local, reserved or a way around that. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const processed = ipaddr.process(address);
  const isAllocated = processed.kind() === 'ipv4' || processed.match(allocatedIpv6);
  return isAllocated && processed.range() === 'unicast' && processed.toString() !== azureHost;
}

// All that was ever assigned; the rest holds forms in which an IPv4 address can hide, such as `::7f00:1`.
const allocatedIpv6 = ipaddr.parseCIDR('2000::/3');
// A public address in form, but behind it is the host of a virtual machine.
const azureHost = '168.63.129.16';

/** Answers the addresses of a name. */
export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

/** Looks a name up for a connection and answers its public addresses only, so what is checked is what is connected to. */
export const createLookupPublic =
  (resolve: Resolve): LookupFunction =>
  (hostname, { all, family }, callback) => {
    resolve(hostname).then(
      (found) => {
        const allowed = found.filter((entry) => isPublicAddress(entry.address) && (!family || entry.family === family));
        const [first] = allowed;
        if (!first) callback(new Error(`${hostname} has no public address`), '');
        else if (all === true) callback(null, allowed);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error as Error, ''),
    );
  };

const resolveMs = 3_000;

/** Asks the name servers itself: the system's own look-up would occupy a thread that other work waits for. */
export async function resolveByDns(hostname: string): ReturnType<Resolve> {
  const resolver = new Resolver({ timeout: resolveMs, tries: 1 });
  const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
  const found = [
    ...(v4.status === 'fulfilled' ? v4.value.map((address) => ({ address, family: 4 })) : []),
    ...(v6.status === 'fulfilled' ? v6.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (found.length === 0 && v4.status === 'rejected') throw v4.reason;
  return found;
}
