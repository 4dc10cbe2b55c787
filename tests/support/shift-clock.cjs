// Loaded into a process before its code: moves what it takes for the time by CLOCK_SHIFT_MS.
'use strict';

const RealDate = Date;
const now = () => RealDate.now() + Number(process.env.CLOCK_SHIFT_MS);

globalThis.Date = new Proxy(RealDate, {
  construct: (_target, parts) => (parts.length === 0 ? new RealDate(now()) : new RealDate(...parts)),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : target[name]),
});
