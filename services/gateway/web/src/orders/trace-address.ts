/** Where a viewer shows a trace; undefined where there is no viewer. */
export function traceAddress(template: string, traceId: string): string | undefined {
  const address = template.replaceAll('{traceId}', traceId);
  return /^https?:\/\//.test(address) ? address : undefined;
}
