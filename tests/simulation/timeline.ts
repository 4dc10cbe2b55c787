/** What happened in a run, line by line, for a reader. */
export interface Story {
  isTold: boolean;
  tell: (who: string, what: string) => void;
  lines: string[];
}

const longId = /0{8}-0000-4000-8000-(\d{12})/g;
// A run without an end must not fill the memory.
const mostLines = 20_000;

/** Ids of orders as a reader can tell them apart. */
export const withShortNames = (text: string): string =>
  text.replace(longId, (_, digits: string) => `order ${String(Number(digits))}`);

export function createStory(now: () => number, isTold: boolean): Story {
  const lines: string[] = [];
  const tell = (who: string, what: string) => {
    if (lines.length >= mostLines) return;
    lines.push(`${(now() / 1_000).toFixed(3).padStart(9)} s  ${who.padEnd(12)} ${withShortNames(what)}`);
  };
  return { isTold, tell: isTold ? tell : () => undefined, lines };
}
