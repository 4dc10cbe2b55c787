import { fromTimestamp, toTimestamp } from './timestamp';

test.each(['2026-02-03T04:05:06.789Z', '1970-01-01T00:00:00.000Z'])('%s comes back from the wire', (text) => {
  const { seconds, nanos } = toTimestamp(new Date(text));

  expect(fromTimestamp({ seconds: String(seconds), nanos })?.toISOString()).toBe(text);
});

test.each([null, undefined])('a time that is %s is none', (at) => {
  expect(fromTimestamp(at)).toBeUndefined();
});
