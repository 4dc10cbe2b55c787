// Lists, imports and exports the catalogue.
import { readFileSync } from 'node:fs';
import { defineCommand, Failure } from '../local/system/command.mts';
import { hint, json, table } from '../local/system/terminal.mts';
import { csvLine, readCsv } from './products/csv.mts';
import { callTimeoutMs, withServices, type Services } from './services.mts';

const pageSize = 100;
const fields = ['productId', 'name', 'stock', 'price', 'description', 'imageUrl', 'archived'] as const;

defineCommand(
  {
    about: 'Lists products, adds or changes those of a file, or writes all of them to stdout.',
    usage: [
      'npm run products -- list [--query <beginnings of words, or of an id>] [--limit 50] [--json]',
      'npm run products -- import <file.csv or file.ndjson: productId, name, stock, price in minor units, ...>',
      'npm run --silent products -- export [--csv] > products.ndjson',
    ],
    options: {
      query: { type: 'string', default: '' },
      limit: { type: 'string', default: '50' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
    },
    words: [1, 2],
  },
  ({ values, words: [name, file], refuse }) => {
    if (name === 'import') {
      return isReadable(file) ? importFile(file) : refuse('import takes a file whose name ends with .csv or .ndjson');
    }
    if (file !== undefined) return refuse(`${String(name)} takes no "${file}"`);
    if (name === 'export') return withServices((services) => exportAll(services, values.csv));
    if (name !== 'list') return refuse(`there is list, import and export, not "${String(name)}"`);
    const limit = limitIn(values.limit) ?? refuse('--limit is a whole number from 1');
    return withServices((services) => list(services, { query: values.query, limit, isJson: values.json }));
  },
);

const isReadable = (file: string | undefined): file is string => /[.](csv|ndjson)$/i.test(file ?? '');

const limitIn = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);

interface Listing {
  query: string;
  limit: number;
  isJson: boolean;
}

async function list(services: Services, { query, limit, isJson }: Listing): Promise<void> {
  const rows: Product[] = [];
  for await (const product of allProducts(services, query)) {
    if (rows.length === limit) break;
    rows.push(product);
  }
  if (isJson) {
    json(rows);
    return;
  }
  const cells = rows.map((row) => [row.productId, row.name, row.stock, row.price, row.archived ? 'yes' : 'no']);
  table(
    ['product', 'name', 'stock', 'price', 'archived'],
    cells.map((row) => row.map(String)),
  );
  hint('Prices are in the minor unit of the currency. --limit and --query choose.');
}

async function exportAll(services: Services, isCsv: boolean): Promise<void> {
  if (isCsv) process.stdout.write(csvLine([...fields]));
  for await (const product of allProducts(services)) {
    const line = isCsv ? csvLine(fields.map((field) => product[field] ?? '')) : `${JSON.stringify(product)}\n`;
    // A pipe that is read slowly must not fill the memory.
    if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

type Product = Awaited<ReturnType<typeof allProducts> extends AsyncGenerator<infer Each> ? Each : never>;

/** Each product as an import takes it. */
async function* allProducts({ inventory }: Services, query = '') {
  for (let pageToken: string | undefined = ''; pageToken !== undefined;) {
    const page: { products: WireProduct[]; nextPageToken: string } = await inventory.unary('ListProducts')(
      { pageSize, pageToken, query, includeArchived: true },
      callTimeoutMs,
    );
    for (const { revision: _, imageUrl, ...product } of page.products) {
      yield { ...product, imageUrl: imageUrl === '' ? null : imageUrl };
    }
    pageToken = page.nextPageToken === '' ? undefined : page.nextPageToken;
  }
}

interface WireProduct {
  productId: string;
  name: string;
  stock: number;
  price: number;
  description: string;
  imageUrl: string;
  archived: boolean;
  revision: unknown;
}

async function importFile(file: string): Promise<number> {
  const { body, lineOf } = readProducts(file);
  const report = await withServices(async ({ inventory }) => {
    // Not before the build: it is what it makes.
    const { importProducts } = await import('@orders/gateway/http/catalogue/import-products');
    return importProducts(body, async (products) => {
      const { outcomes } = await inventory.unary('ImportProducts')({ products: products.map(toWire) }, callTimeoutMs);
      return outcomes.map((outcome) => outcomeOf[outcome]);
    });
  });
  for (const { line, message } of report.failed) console.error(`${file}:${lineOf(line)}: ${message}`);
  const { created, updated, unchanged, failed } = report;
  console.log(`${created} created, ${updated} changed, ${unchanged} unchanged, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

const outcomeOf = {
  IMPORT_OUTCOME_UNSPECIFIED: 'updated',
  IMPORT_OUTCOME_CREATED: 'created',
  IMPORT_OUTCOME_UPDATED: 'updated',
  IMPORT_OUTCOME_UNCHANGED: 'unchanged',
  IMPORT_OUTCOME_NAME_REQUIRED: 'name required',
} as const;

const toWire = (product: object) =>
  Object.fromEntries(Object.entries(product).map(([field, value]) => [field, (value as unknown) ?? ''])) as {
    productId: string;
  };

/** The products as lines of JSON, and where in the file each line comes from. */
function readProducts(file: string): { body: Buffer; lineOf: (line: number) => number } {
  try {
    const content = readFileSync(file);
    return /[.]csv$/i.test(file) ? readCsv(content) : { body: content, lineOf: (line) => line };
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${(error as Error).message}`);
  }
}
