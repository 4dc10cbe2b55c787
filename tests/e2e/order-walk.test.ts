import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCoverageRecorder } from '../support/coverage-recorder';
import { eventually } from '../support/eventually';
import { freePorts } from '../support/free-ports';
import { root, serviceNames } from '../support/service-process';
import { createShop, type Shop, type User } from '../support/shop';
import { readStored } from '../support/stored';
import { startSystem, type System } from '../support/system';

interface Walk {
  place: string[];
  settle: string[];
}

const orders = 6;
const architecture = path.join(root, 'ARCHITECTURE.md');
// Files that everything passes stand in the documentation of services/shared, not on the way of one order.
const isRuntime = (file: string) => file.startsWith('services/shared/');
// Each second the processor asks auth for mails about accounts, and twice a second at most for the list of webhooks,
// whether or not an order is on its way: on a slow machine before each order.
const isBeside = (file: string) => /\/(account-(mails|handlers|events)|webhook-store)\b/.test(file);

let system: System;
let walks: Walk[];

beforeAll(async () => {
  const ports = await freePorts(serviceNames.length);
  const inspected = serviceNames.map((name, index) => [name, { NODE_OPTIONS: `--inspect=127.0.0.1:${ports[index]!}` }]);
  system = await startSystem({ envOf: Object.fromEntries(inspected) });
  walks = await recordWalks(ports);
}, 120_000);

afterAll(() => system.stop());

test('ARCHITECTURE.md lists the files that run while an order is placed, and then while it is settled and mailed', () => {
  const always = (pick: (walk: Walk) => string[]) =>
    pick(walks[0]!).filter((file) => walks.every((walk) => pick(walk).includes(file)));
  const place = always((walk) => walk.place).sort();
  const all = new Set(always((walk) => [...walk.place, ...walk.settle]));
  const settle = [...all].filter((file) => !place.includes(file)).sort();
  if (process.env['UPDATE_WALK'] !== undefined) writeListed({ place, settle });

  const listed = readListed();

  // What runs from time to time need not run beside each order, so only what always ran must be listed.
  const ever = new Set(walks.flatMap((walk) => [...walk.place, ...walk.settle]));
  expect([...listed.place, ...listed.settle]).toEqual(expect.arrayContaining([...place, ...settle]));
  expect([...listed.place, ...listed.settle].filter((file) => !ever.has(file))).toEqual([]);
  expect(listed.place).toEqual(expect.arrayContaining(place));
});

test('a reader passes at most 35 files to place an order, and 25 more to settle and mail it', () => {
  const { place, settle } = readListed();

  expect(place.length).toBeGreaterThan(20);
  expect(place.length).toBeLessThanOrEqual(35);
  expect(settle.length).toBeLessThanOrEqual(25);
});

async function recordWalks(ports: string[]): Promise<Walk[]> {
  const shop = createShop(system.layout);
  const [user, productId] = await Promise.all([shop.aUser(), shop.aProduct({ stock: 100 })]);
  const recorders = await Promise.all(ports.map(createCoverageRecorder));
  const placing = recorders.filter((_, index) => serviceNames[index] !== 'processor');
  const takeFiles = async (asked = recorders) => {
    const files = await Promise.all(asked.map(({ takeFiles }) => takeFiles()));
    return [...new Set(files.flat())].filter((file) => !isRuntime(file) && !isBeside(file));
  };
  // The first order also opens connections and fills caches.
  await placeAndSettle(shop, user, productId);

  const recorded: Walk[] = [];
  for (let order = 0; order < orders; order += 1) {
    await takeFiles();
    // Else a slow machine settles the order before its placing was read.
    system.hang('processor');
    const orderId = await placeOne(shop, user, productId);
    const place = await takeFiles(placing);
    system.resume('processor');
    await untilMailed(orderId);
    recorded.push({ place, settle: await takeFiles() });
  }
  for (const { close } of recorders) close();
  return recorded;
}

async function placeAndSettle(shop: Shop, user: User, productId: string): Promise<void> {
  await untilMailed(await placeOne(shop, user, productId));
}

async function placeOne(shop: Shop, user: User, productId: string): Promise<string> {
  const { status, body } = await shop.place(user, [{ productId, quantity: 1 }], { key: crypto.randomUUID() });
  expect(status).toBe(201);
  return body.order.orderId as string;
}

/** Looks into the databases, for a read through the services would be recorded. */
const untilMailed = (orderId: string) =>
  eventually(async () => {
    const { mails } = await readStored(system.layout.prefix);
    if (!mails.some(({ _id, state }) => _id === orderId && state === 'sent')) throw new Error(`${orderId}: no mail`);
  }, 20_000);

const markers = {
  place: /(<!-- files: place -->\n)([^]*?)(<!-- end -->)/,
  settle: /(<!-- files: settle and mail -->\n)([^]*?)(<!-- end -->)/,
};

function readListed(): Walk {
  const text = readFileSync(architecture, 'utf8');
  const listed = (marker: RegExp) =>
    [...(marker.exec(text)?.[2] ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => file!);
  return { place: listed(markers.place), settle: listed(markers.settle) };
}

function writeListed(walk: Walk): void {
  let text = readFileSync(architecture, 'utf8');
  for (const part of ['place', 'settle'] as const) text = text.replace(markers[part], `$1${toList(walk[part])}$3`);
  writeFileSync(architecture, text);
}

/** One paragraph for each package, its files as links. */
function toList(files: string[]): string {
  const packages = new Map<string, string[]>();
  for (const file of files) {
    const [name, inside] = file.replace('services/', '').split('/src/') as [string, string];
    packages.set(name, [...(packages.get(name) ?? []), `[${inside}](${file})`]);
  }
  return ['', ...[...packages].map(([name, links]) => `- **${name}**: ${links.join(' · ')}`), ''].join('\n');
}
