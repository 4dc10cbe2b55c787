/** `Name <address>` or an address, as SES wants it and as it is verified. */
export interface SenderAddress {
  /** For the header: a name that is not plain is quoted or encoded. */
  header: string;
  address: string;
}

const namedForm = /^(?<name>[^<>]*)<(?<address>[^<>]+)>$/;
const plainName = /^[A-Za-z0-9 _-]*$/;

export function senderAddress(text: string): SenderAddress {
  const { name = '', address = text } = namedForm.exec(text)?.groups ?? {};
  const shown = name.trim().replace(/^"(.*)"$/, '$1');
  return { header: shown === '' ? address : `${headerName(shown)} <${address}>`, address };
}

function headerName(name: string): string {
  if (plainName.test(name)) return name;
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replace(/["\\]/g, '\\$&')}"`;
  return `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`;
}
