import { createShop, type Shop, type User } from '../support/shop';
import { startSystem, type System } from '../support/system';
import { findPython, fuzz } from './schemathesis';

const seconds = process.env['FUZZ_SECONDS'] === undefined ? undefined : Number(process.env['FUZZ_SECONDS']);
const timeoutMs = 480_000 + (seconds ?? 0) * 2_000;

let python: string | undefined;
let system: System;
let shop: Shop;

beforeAll(async () => {
  const found = await findPython();
  if ('reason' in found) {
    leaveOut(found.reason);
    return;
  }
  python = found.python;
  system = await startSystem();
  shop = createShop(system.layout);
}, 240_000);
afterAll(() => (python === undefined ? undefined : system.stop()));

const callers: [string, () => Promise<User>][] = [
  ['a buyer', () => shop.aUser()],
  ['an admin', () => shop.admin()],
];

test.concurrent.each(callers)(
  'whatever %s sends, no answer is a failure of ours and each is as the document says',
  async (_, aCaller) => {
    if (python === undefined) return;
    const caller = await aCaller();
    const plenty = await shop.aProduct({ stock: 1_000_000 });
    const scarce = await shop.aProduct({ stock: 1 });
    const orderIds = await Promise.all([
      placed(caller, plenty),
      placed(caller, plenty),
      placed(await shop.aUser(), plenty),
    ]);

    const [url = ''] = shop.urls;
    const { folder } = system.layout;
    const productIds = [plenty, scarce];
    const told = await fuzz({ python, url, caller, orderIds, productIds, folder, ...(seconds && { seconds }) });

    if (seconds) process.stderr.write(told.slice(told.indexOf('= SUMMARY')));
    expect(told).toContain('No issues found');
    const operations = await operationsOf(url);
    expect(told).toMatch(new RegExp(`Tested: ${operations}\\n`));
  },
  timeoutMs,
);

async function placed(buyer: User, productId: string): Promise<string> {
  const { body } = await shop.place(buyer, [{ productId, quantity: 1 }]);
  return body.order.orderId as string;
}

async function operationsOf(url: string): Promise<number> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Record<string, object> };
  return Object.values(paths).flatMap((methods) => Object.keys(methods)).length;
}

function leaveOut(reason: string): void {
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`\nLEFT OUT: ${reason}\n`);
}
