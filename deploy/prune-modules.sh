#!/bin/sh
# Takes out of production modules what a CommonJS server never loads: types, source maps, ES module copies of the AWS SDK.
set -eu
for folder in "$@"; do
  [ -d "$folder" ] || continue
  find "$folder" -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' -o -name '*.md' \) -delete
done
find node_modules -type d \( -path '*/@aws-sdk/*/dist-es' -o -path '*/@smithy/*/dist-es' -o -name dist-types -o -name esnext \) -prune -exec rm -rf {} +
