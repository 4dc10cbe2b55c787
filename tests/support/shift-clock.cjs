// Loaded into a process before its code: moves what it takes for the time by CLOCK_SHIFT_MS. Where CLOCK_SHIFT_FILE is
// given, SIGUSR2 moves it by the milliseconds in that file instead.
'use strict';

const { readFileSync } = require('node:fs');

const RealDate = Date;
const { CLOCK_SHIFT_MS = '0', CLOCK_SHIFT_FILE } = process.env;
let shiftMs = Number(CLOCK_SHIFT_MS);
const now = () => RealDate.now() + shiftMs;

if (CLOCK_SHIFT_FILE) {
  process.on('SIGUSR2', () => {
    shiftMs = Number(readFileSync(CLOCK_SHIFT_FILE, 'utf8'));
  });
}

globalThis.Date = new Proxy(RealDate, {
  construct: (_target, parts) => (parts.length === 0 ? new RealDate(now()) : new RealDate(...parts)),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : target[name]),
});
