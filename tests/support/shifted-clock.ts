import path from 'node:path';
import type { Variables } from './service-process';
import { root } from './service-process';

/** The variables that put a process's clock so many seconds ahead. */
export const shiftedClock = (seconds: number): Variables => ({
  NODE_OPTIONS: `--require=${JSON.stringify(path.join(root, 'tests/support/shift-clock.cjs'))}`,
  CLOCK_SHIFT_MS: String(seconds * 1_000),
});
