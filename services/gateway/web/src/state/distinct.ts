/** Each item once. A first page is loaded again while later ones stay, so one item may be on both; the first is newer. */
export function distinct<T>(items: T[], idOf: (item: T) => string): T[] {
  const byId = new Map<string, T>();
  for (const item of items) if (!byId.has(idOf(item))) byId.set(idOf(item), item);
  return [...byId.values()];
}
