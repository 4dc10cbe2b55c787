import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Variables } from './service-process';
import { root } from './service-process';

/** The variables that put a process's clock so many seconds ahead. */
export const shiftedClock = (seconds: number): Variables => ({
  NODE_OPTIONS: `--require=${JSON.stringify(path.join(root, 'tests/support/shift-clock.cjs'))}`,
  CLOCK_SHIFT_MS: String(seconds * 1_000),
});

/** A clock that a test sets while the process runs. */
export function createJumpingClock(startsAtSeconds = 0) {
  const folder = mkdtempSync(path.join(tmpdir(), 'orders-clock-'));
  const file = path.join(folder, 'shift');
  return {
    variables: { ...shiftedClock(startsAtSeconds), CLOCK_SHIFT_FILE: file },
    /** Sets the clock of a process so many seconds ahead of the time. */
    jump: (pid: number, seconds: number): void => {
      writeFileSync(file, String(seconds * 1_000));
      process.kill(pid, 'SIGUSR2');
    },
    stop: () => rmSync(folder, { recursive: true, force: true }),
  };
}
