import { domainToASCII, domainToUnicode } from 'node:url';
import { z } from 'zod';

const maxLength = 254;
const maxLocalLength = 64;

/**
 * An e-mail address that a new account may have: one that SES can send to. Its form is what browsers take in a field for
 * addresses, with the domain in its ASCII form; what mail servers refuse beyond that is refused with its reason.
 */
export const emailAddress = z.string().superRefine((address, context) => {
  const problem = problemOf(address);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

function problemOf(address: string): string | undefined {
  const { local, domain } = partsOf(address);
  if (!plainText.test(address) || local === '') return 'must be an e-mail address';
  if (!isAscii(local)) return 'must have only ASCII characters before the @: no mail could be sent to it';
  if (local.length > maxLocalLength) return `must have at most ${maxLocalLength} characters before the @`;
  const ascii = `${local}@${asciiDomainOf(domain)}`;
  if (ascii.length > maxLength) return `must have at most ${maxLength} characters`;
  return isMailAddress(ascii) ? undefined : 'must be an e-mail address';
}

/** What browsers take, but for empty words before the @ and domains that have no mail server. */
const isMailAddress = (ascii: string) =>
  z.regexes.html5Email.test(ascii) && !/(^|\.)[.@]/.test(ascii) && topLevelDomain.test(ascii);

/** The address that mail is sent to: SES takes the ASCII form of a domain only. */
export function mailAddressOf(address: string): string {
  const { local, domain } = partsOf(address);
  return local === '' || isAscii(domain) ? address : `${local}@${asciiDomainOf(domain)}`;
}

/** The form in which addresses are compared: spellings with the same key are one account. */
export const emailKeyOf = (address: string): string => mailAddressOf(spellingKeyOf(address));

/**
 * Every key under which an account with this address may be stored, the likeliest first: accounts that are older than
 * `emailKeyOf` have the domain as it was typed.
 */
export function storedKeysOf(address: string): string[] {
  const typed = spellingKeyOf(address);
  const key = emailKeyOf(address);
  const { local, domain } = partsOf(key);
  const unicode = domain.includes('xn--') ? [`${local}@${domainToUnicode(domain)}`] : [];
  return [...new Set([typed, key, ...unicode])];
}

const spellingKeyOf = (address: string) => address.toLowerCase().normalize('NFC');

// A domain with other signs has no ASCII form: it would be taken as a part of a URL, with escapes decoded.
const domainSigns = /^[\p{L}\p{M}\p{N}.\u3002-]+$/u;

/** The domain as name servers know it; one that has no such form stays as it is. */
function asciiDomainOf(domain: string): string {
  if (isAscii(domain) || !domainSigns.test(domain)) return domain;
  const ascii = domainToASCII(domain);
  return ascii === '' ? domain : ascii;
}

// The local part may not hold an @ here: a quoted one is no address that SES takes.
function partsOf(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, Math.max(0, at)), domain: address.slice(at + 1) };
}

const plainText = /^[^\s\p{Cc}]+$/u;
const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text);
const topLevelDomain = /\.(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59})$/;
