import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { OrderJson as Order } from '@orders/proto/order-json';
import type { OrderClient } from '../../clients/order-client';
import type { Download } from '../server/downloads';
import { validationFailed } from '../server/failures';
import { defineRoute } from '../server/route';
import { exportedOrders, exportQuery } from './admin-schemas';
import { exportFormats, type ExportFormat } from './export-formats';

interface OrderExportNeeds {
  orders: Pick<OrderClient, 'exportOrders'>;
  download: Download;
  now: () => number;
}

/** All orders, oldest first, as one file. */
export const orderExportRoute = ({ orders, download, now }: OrderExportNeeds) =>
  defineRoute({
    method: 'get',
    path: '/api/admin/orders/export',
    summary: 'Export orders',
    description:
      'Orders of all users, oldest first, an order a line as `GET /api/order/{id}` has it, or CSV where `Accept` asks for ' +
      '`text/csv`: a row an order, with an apostrophe before what a spreadsheet would take for a formula. It begins within ' +
      '5 s and lasts as long as it takes. An answer that could not be completed breaks off: its connection closes without ' +
      'the end of the last chunk, which clients report as an error. It has the orders placed before the request, unless ' +
      '`to` is earlier. An admin may have two exports open; one that is not read for 30 s breaks off.',
    access: 'admin',
    query: exportQuery,
    staysOpen: true,
    success: { status: 200, description: 'The orders.', schema: exportedOrders, contentType: 'application/x-ndjson' },
    failures: ['RATE_LIMITED'],
    handle: async ({ caller, query: { from, to = new Date(now()), status }, request, response }) => {
      if (from && from >= to) throw validationFailed([{ path: 'to', message: 'must be later than from' }]);
      const format = formatFor(request);
      response.setHeader('Vary', 'Accept');
      if (request.method === 'HEAD') return { headers: { 'Content-Type': format.contentType } };
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      await download(caller.userId, response, () =>
        send(response, format, orders.exportOrders({ from, to, status }, gone.signal)),
      ).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
      return undefined;
    },
  });

const formatFor = (request: Request): ExportFormat =>
  request.accepts(['application/x-ndjson', 'text/csv']) === 'text/csv' ? exportFormats.csv : exportFormats.ndjson;

/** The answer begins with the first batch, so that a failure before it is answered like any other. */
async function send(
  response: Response,
  { contentType, fileName, head, lineOf }: ExportFormat,
  batches: AsyncGenerator<Order[]>,
) {
  const first = await batches.next();
  if (response.headersSent) return;
  response.writeHead(200, {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  });
  // A failure destroys the response, and waiting for a slow client stops the reading.
  await pipeline(async function* () {
    if (head !== '') yield head;
    for (let batch = first; batch.done !== true; batch = await batches.next()) yield batch.value.map(lineOf).join('');
  }, response);
}

/** Whether the client has gone away, so that there is nobody to be told. */
const isGone = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'));
