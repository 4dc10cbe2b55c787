// Mail programs make links of all of these, and a name stands in mails that we send.
const withScheme = String.raw`\b[a-z][a-z0-9+.-]{1,20}:\/\/\S*`;
const withWww = String.raw`\bwww\.\S+`;
const domainWithPath = String.raw`[\p{L}\p{N}-]+\.\p{L}{2,}\/\S*`;
// Without a path only endings that no given or family name has: "J.R. Smith" and "Dr.No" are names.
const bareDomain = String.raw`[\p{L}\p{N}-]+\.(?:com|net|org|info|biz|io|xyz|top|site|online|shop|app|dev|link|click)\b`;

const url = new RegExp([withScheme, withWww, domainWithPath, bareDomain].join('|'), 'iu');

/** Whether a text holds something that a mail program would show as a link. */
export const holdsUrl = (text: string): boolean => url.test(text);

/** The text without what looks like a link. */
export const withoutUrls = (text: string): string =>
  text.replaceAll(new RegExp(url, 'giu'), ' ').replaceAll(/\s+/gu, ' ').trim();
