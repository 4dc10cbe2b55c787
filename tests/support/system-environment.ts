import type { Circus } from '@jest/types';
import NodeEnvironment from 'jest-environment-node';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const shownLines = 25;

/** Prints the warnings of the services when a test fails. */
export default class SystemEnvironment extends NodeEnvironment {
  handleTestEvent(event: Circus.Event): void {
    if (event.name !== 'test_done' || event.test.errors.length === 0) return;
    for (const folder of this.logFolders()) {
      if (existsSync(folder)) process.stderr.write(warningsIn(folder, event.test.startedAt ?? 0));
    }
  }

  private logFolders(): string[] {
    const own = (this.global as { systemLogFolders?: string[] }).systemLogFolders ?? [];
    const shared = process.env['E2E_SYSTEM'];
    return shared === undefined ? own : [...own, (JSON.parse(shared) as { folder: string }).folder];
  }
}

function warningsIn(folder: string, since: number): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.log') && name !== 'app.log');
  const sections = files.map((name) => {
    const lines = readFileSync(path.join(folder, name), 'utf8').split('\n');
    const warnings = lines.filter((line) => /"level":"(warn|error|fatal)"/.test(line) && timeOf(line) >= since);
    return warnings.length === 0 ? '' : `--- ${name}\n${warnings.slice(-shownLines).join('\n')}\n`;
  });
  return sections.join('');
}

const timeOf = (line: string) => Date.parse(/"time":"([^"]+)"/.exec(line)?.[1] ?? '');
