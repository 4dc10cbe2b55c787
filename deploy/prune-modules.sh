#!/bin/sh
# Takes out of production modules what a CommonJS server never loads: sources, types, source maps, copies for ES modules and browsers, tests.
set -eu
for folder in "$@"; do
  [ -d "$folder" ] || continue
  find "$folder" -type f \( -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.map' -o -name '*.md' \) -delete
done
find node_modules -type d \( -path '*/@aws-sdk/*/dist-es' -o -path '*/@smithy/*/dist-es' -o -path '*/@opentelemetry/*/build/esm' \
  -o -name dist-types -o -name esnext \) -prune -exec rm -rf {} +
cd node_modules
rm -rf bintrees/test mongodb/src pino/benchmarks pino/docs pino/test protobufjs/dist yaml/browser zod/src
