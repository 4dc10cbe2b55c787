#!/usr/bin/env bash
# Builds the image of every service, or of those that are named: with docker where it answers, else with buildah.
set -euo pipefail
cd "$(dirname "$0")/../.."

services=("$@")
[ ${#services[@]} -gt 0 ] || services=(auth inventory order processor gateway)
version=${VERSION:-$(node -p 'require("./package.json").version')}
revision=$(git rev-parse HEAD 2>/dev/null || echo unknown)

build() {
  if docker info >/dev/null 2>&1; then
    docker build --quiet "$@"
  else
    STORAGE_DRIVER=overlay buildah build --quiet --layers --isolation chroot "$@"
  fi
}

for service in "${services[@]}"; do
  build --build-arg "SERVICE=$service" --build-arg "VERSION=$version" --build-arg "REVISION=$revision" \
    --tag "${IMAGE_PREFIX:-localhost/order-placing-}$service:$version" --file deploy/Dockerfile . >/dev/null
  echo "image ${IMAGE_PREFIX:-localhost/order-placing-}$service:$version"
done
