// crypto.randomUUID is missing where a phone loads the page without TLS; getRandomValues is not.
const randomHex = (bytes: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const newKey = () => randomHex(16);

/** The start of a trace, which the gateway continues. */
export const newTraceparent = () => `00-${randomHex(16)}-${randomHex(8)}-01`;
