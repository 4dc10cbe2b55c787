import type { Request } from 'express';
import { requestContext, withRequestContext } from '@orders/shared/request-context';
import { importAnswerMs } from '@orders/shared/time-limits';
import type { InventoryClient } from '../../clients/inventory-client';
import { payloadTooLarge, requestTimeout, unsupportedMediaType, validationFailed } from '../server/failures';
import { defineRoute, type Route } from '../server/route';
import type { CatalogueCache } from './catalogue-cache';
import { importAnswer, importedProduct, importExample } from './catalogue-schemas';
import { linesOf } from './import-lines';
import { importProducts } from './import-products';

const contentType = 'application/x-ndjson';
const maxBytes = 10 * 1_024 * 1_024;
const maxLines = 20_000;
// A client that is still sending sees no answer when its connection is closed, so the rest is read and forgotten, within reason.
const maxForgottenBytes = 10 * maxBytes;
const limit = '10 MB and 20,000 lines';

export interface ImportRouteNeeds {
  inventory: Pick<InventoryClient, 'importProducts'>;
  cache: CatalogueCache;
}

/** Many products in one request. */
export const importRoute = ({ inventory, cache }: ImportRouteNeeds): Route =>
  defineRoute({
    method: 'post',
    path: '/api/products/import',
    summary: 'Import products',
    description:
      'A product a line: missing ones are created (a name is required, the stock is 0 where none is named), those that exist get what the ' +
      'line names except `stock`. Sending the same again changes nothing, so a request that failed may be repeated. `failed` has every line ' +
      'that was not imported, counted from 1; the others are imported all the same. Of several lines of one product the first one counts. ' +
      `At most ${limit}; past that nothing is imported. An import is answered within 60 s.`,
    access: 'admin',
    lines: { contentType, schema: importedProduct, example: importExample },
    timeLimitMs: importAnswerMs,
    success: { status: 200, description: 'What became of the lines.', schema: importAnswer },
    handle: async ({ request }) => {
      const body = await readLines(request);
      const work = () => cache.changing(() => importProducts(body, inventory.importProducts));
      const context = requestContext();
      const deadline = Date.now() + importAnswerMs;
      return { body: await (context ? withRequestContext({ ...context, deadline }, work) : work()) };
    },
  });

/** The whole body, so that nothing is imported of one that is too large or does not arrive. */
async function readLines(request: Request): Promise<Buffer> {
  if (request.is(contentType) === false || (request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw unsupportedMediaType(`${contentType} in UTF-8, not compressed`);
  const body = await readBytes(request);
  const lines = countLines(body);
  if (lines > maxLines) throw payloadTooLarge(limit);
  if (lines === 0) throw validationFailed([{ path: '', message: 'at least one line is required as the body' }]);
  return body;
}

async function readBytes(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // What is too large is answered, so the connection must outlive the loop.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxForgottenBytes) break;
      if (length <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    throw requestTimeout();
  }
  if (length > maxBytes) throw payloadTooLarge(limit);
  return Buffer.concat(chunks);
}

function countLines(body: Buffer): number {
  let lines = 0;
  for (const _ of linesOf(body)) lines += 1;
  return lines;
}
