// Control characters, line and paragraph separators, and what turns the direction of writing.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text on one line: nothing in it can end a header or rearrange what stands around it. */
export const printable = (text: string): string => text.toWellFormed().replace(unprintable, ' ').trim();

/** Text that shows as it is in HTML, between tags and in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
