// crypto.randomUUID is missing where a phone reads the page without TLS; this is not.
const randomHex = (bytes: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const newKey = () => randomHex(16);

/** The beginning of a trace, which the gateway goes on with. */
export const newTraceparent = () => `00-${randomHex(16)}-${randomHex(8)}-01`;
