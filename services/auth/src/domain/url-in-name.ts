// Mail programs make links of all of these, and a name stands in mails that we send.
const withScheme = String.raw`[a-z][a-z0-9+.-]{0,20}:\/\/\S*`;
const withWww = String.raw`(?<![\p{L}\p{N}])www\.\S+`;
const addressOfDigits = String.raw`\d{1,3}(?:\.\d{1,3}){3}\S*`;
const domainWithPath = String.raw`[\p{L}\p{N}-]+\.(?:\p{L}{2,}|xn--[a-z0-9-]+)(?::\d{1,5}\b|(?::\d{1,5})?\/)\S*`;
// Without a path only endings that no given or family name has: "J.R. Smith" and "Dr.No" are names.
const bareDomain = String.raw`[\p{L}\p{N}-]+\.(?:(?:com|net|org)(?:\.\p{L}{2})?|co\.\p{L}{2}|info|biz|io|xyz|top|site|online|shop|app|dev|link|click)\b`;

const url = new RegExp([withScheme, withWww, addressOfDigits, domainWithPath, bareDomain].join('|'), 'iu');

/** Whether a text holds something that a mail program would show as a link. */
export const holdsUrl = (text: string): boolean => url.test(asLinked(text));

/** The text without what looks like a link. */
export const withoutUrls = (text: string): string =>
  (holdsUrl(text) ? asLinked(text).replaceAll(new RegExp(url, 'giu'), ' ') : text).replaceAll(/\s+/gu, ' ').trim();

/** The text as a host name is read: wide letters are plain ones, and the full stop of Chinese and Japanese is a dot. */
const asLinked = (text: string) => text.normalize('NFKC').replaceAll('\u3002', '.');
