/** What happened in a run, one line per event. */
export interface Timeline {
  isRecorded: boolean;
  record: (actor: string, event: string) => void;
  lines: string[];
}

const longId = /0{8}-0000-4000-8000-(\d{12})/g;
// A run that never ends must not fill the memory.
const maxLines = 20_000;

/** Replaces the ids of orders by short names. */
export const withShortNames = (text: string): string =>
  text.replace(longId, (_, digits: string) => `order ${String(Number(digits))}`);

export function createTimeline(now: () => number, isRecorded: boolean): Timeline {
  const lines: string[] = [];
  const record = (actor: string, event: string) => {
    if (lines.length >= maxLines) return;
    lines.push(`${(now() / 1_000).toFixed(3).padStart(9)} s  ${actor.padEnd(12)} ${withShortNames(event)}`);
  };
  return { isRecorded, record: isRecorded ? record : () => undefined, lines };
}
