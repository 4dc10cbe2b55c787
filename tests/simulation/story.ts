/** What happened in a run, line by line, for a reader. */
export interface Story {
  isTold: boolean;
  tell: (who: string, what: string) => void;
  lines: string[];
}

const longId = /0{8}-0000-4000-8000-(\d{12})/g;
// A run without an end must not fill the memory.
const mostLines = 20_000;

export function createStory(now: () => number, isTold: boolean): Story {
  const lines: string[] = [];
  const tell = (who: string, what: string) => {
    if (lines.length >= mostLines) return;
    const named = what.replace(longId, (_, digits: string) => `order ${String(Number(digits))}`);
    lines.push(`${(now() / 1_000).toFixed(3).padStart(9)} s  ${who.padEnd(12)} ${named}`);
  };
  return { isTold, tell: isTold ? tell : () => undefined, lines };
}
