#!/bin/sh
# Builds one image without a Docker daemon: build-image.sh SERVICE IMAGE (from skaffold: IMAGE, BUILD_CONTEXT and PUSH_IMAGE are set).
set -eu
service=$1
image=${2:-$IMAGE}
context=${BUILD_CONTEXT:-.}
export STORAGE_DRIVER="${STORAGE_DRIVER:-overlay}"
revision=$(git -C "$context" rev-parse --short HEAD 2>/dev/null || echo unknown)
version=$(sed -n 's/^ *"version": "\(.*\)",$/\1/p' "$context/package.json" | head -n 1)
buildah build -q --layers --isolation chroot --build-arg SERVICE="$service" --build-arg VERSION="$version" \
  --build-arg REVISION="$revision" -t "$image" -f "$context/deploy/Dockerfile" "$context"
if [ "${PUSH_IMAGE:-false}" = true ]; then buildah push -q --tls-verify=false "$image"; fi
