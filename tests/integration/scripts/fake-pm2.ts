import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Pm2Call {
  args: string[];
  nodeEnv: string;
}

/** A folder for PATH with a pm2 that writes down how it is called, and knows the processes that it started. */
export function aFakePm2() {
  const folder = mkdtempSync(path.join(tmpdir(), 'pm2-'));
  const calls = path.join(folder, 'calls');
  const known = path.join(folder, 'known');
  writeFileSync(
    path.join(folder, 'pm2'),
    `#!/bin/sh
printf '%s|%s\\n' "$NODE_ENV" "$*" >> '${calls}'
case "$1" in
  describe) test -e '${known}' ;;
  start) touch '${known}' ;;
  delete) rm '${known}' ;;
esac
`,
    { mode: 0o755 },
  );

  return {
    folder,
    /** The calls since the last time this was asked, without the look whether a process is known. */
    takeCalls: (): Pm2Call[] => {
      const lines = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
      rmSync(calls, { force: true });
      return lines
        .map((line) => line.split('|'))
        .map(([nodeEnv = '', args = '']) => ({ nodeEnv, args: args.split(' ') }))
        .filter(({ args }) => args[0] !== 'describe');
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
