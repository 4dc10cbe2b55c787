import { existsSync, readFileSync } from 'node:fs';
import { serviceNames } from '../support/service-process';
import { logFileOf } from '../support/system';
import type { SystemLayout } from '../support/system-layout';

interface Line {
  level: string;
  service: string;
  msg: string;
  reason?: string;
}

/** What services logged as errors, or as failures that no outage explains; each once. */
export function alarmsIn(layout: SystemLayout): string[] {
  const files = serviceNames.flatMap((service) => [logFileOf(layout, service), logFileOf(layout, `${service}-2`)]);
  const lines = files.filter((file) => existsSync(file)).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const alarms = lines.filter(isAlarm).map((text) => JSON.parse(text) as Line);
  return [
    ...new Set(alarms.filter(isUnexpected).map(({ service, msg, reason = '' }) => `${service}: ${msg} ${reason}`)),
  ];
}

const isAlarm = (line: string) =>
  /"level":"(error|fatal)"|INVALID_ARGUMENT|INTERNAL/.test(line) && line.startsWith('{');

// Version 0578da0 does not know that orders may be cancelled on the queue; docs/guides/upgrade.md says what follows.
const isUnexpected = ({ service, msg, reason }: Line) =>
  !(service === 'processor' && msg === 'message rejected' && reason?.includes('expected "order.placed"'));
