// Draws one trace as docs/trace.svg: draw-trace.mts <spans.json>, an array of spans of one trace.
import { readFileSync, writeFileSync } from 'node:fs';
import { drawTrace, type DrawnSpan } from './draw-trace.mts';
import { Failure, runScript } from '../local/system/failure.mts';

runScript(() => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Failure('usage: scripts/with-node scripts/generate/trace.mts <spans.json>');
  writeFileSync('docs/trace.svg', drawTrace(JSON.parse(readFileSync(file, 'utf8')) as DrawnSpan[]));
  return Promise.resolve();
});
