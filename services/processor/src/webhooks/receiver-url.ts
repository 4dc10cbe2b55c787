import { isIP } from 'node:net';
import { isPublicAddress } from './public-addresses';

/** What is wrong with the URL of a receiver; undefined where it may be sent to. Names are checked when they are resolved. */
export function problemOfUrl(text: string, allowInsecure: boolean): string | undefined {
  const url = URL.parse(text);
  if (!url) return 'must be a URL';
  const { protocol, username, password, hostname } = url;
  if (!(allowInsecure ? ['https:', 'http:'] : ['https:']).includes(protocol)) return 'must be an https:// URL';
  if (username + password !== '') return 'must not contain a user or a password';
  if (!allowInsecure && isPrivate(hostname)) return 'must be on a public address';
  return undefined;
}

function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0) return !isPublicAddress(host);
  return host === 'localhost' || host.endsWith('.localhost');
}

/** What logs, the audit log and mails show of a URL: the rest may be a secret. */
export const hostOf = (url: string): string => URL.parse(url)?.host ?? 'unknown';
