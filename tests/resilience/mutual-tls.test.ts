import { createAuthority } from '../support/certificates';
import { eventually } from '../support/eventually';
import { startLoad } from '../support/load';
import { createShop } from '../support/shop';
import { startSystem, type System } from '../support/system';

const authority = createAuthority();
const certificate = authority.aCertificate();
let system: System;

beforeAll(async () => {
  system = await startSystem({ env: certificate.variables });
}, 60_000);
afterAll(async () => {
  await system.stop();
  authority.remove();
}, 60_000);

const serialOf = async (metricsPort: string) => {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  return /grpc_tls_certificate_not_after_timestamp_seconds\{serial="(\w+)"\}/.exec(text)?.[1];
};
const serials = () => Promise.all(system.layout.replicas.map(({ metricsPort }) => serialOf(metricsPort)));

test('a system with mutual TLS takes new certificates under load, and answers every order', async () => {
  const shop = createShop(system.layout);
  const productId = await shop.aProduct({ stock: 100_000 });
  const load = startLoad({ shop, buyer: await shop.aUser(), productId });
  await load.more(20);
  expect(new Set(await serials())).toEqual(new Set([certificate.serial]));

  const next = certificate.replace();
  await eventually(async () => expect(new Set(await serials())).toEqual(new Set([next])), 20_000);
  await load.more(20);

  expect(await load.stop()).toEqual([]);
  expect(load.attemptsInVain()).toBe(0);
  await eventually(async () => expect(await shop.stockOf(productId)).toBe(100_000 - load.placed.length));
}, 90_000);
