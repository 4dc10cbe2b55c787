// A collector that takes every span at once and keeps none: with it the services pay for tracing, and nobody else does.
import { createServer } from 'node:http';

createServer((request, response) => {
  request.resume().on('end', () => response.end());
}).listen(Number(process.env['BENCH_STAND_IN_PORT']), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
