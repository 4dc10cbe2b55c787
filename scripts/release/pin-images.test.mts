import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { pinImages } from './pin-images.mts';

const values = readFileSync('charts/order-placing/values.yaml', 'utf8');
const services = ['auth', 'gateway', 'inventory', 'order', 'processor'];
const digests = Object.fromEntries(services.map((name, index) => [name, `sha256:${String(index).repeat(64)}`]));

test('the released chart names its own images, and nothing else of its values changes', () => {
  const before = parse(values) as { image: object };
  const after = parse(pinImages(values, { registry: 'ghcr.io/shop', digests })) as { image: object };

  assert.deepEqual(after, { ...before, image: { ...before.image, registry: 'ghcr.io/shop', digests } });
});

test('an image without a digest is named', () => {
  const without = { ...digests, order: 'latest' };

  assert.throws(
    () => pinImages(values, { registry: 'ghcr.io/shop', digests: without }),
    /order has no digest, but latest/,
  );
});
