// Writes orders to standard output, oldest first, as GET /api/admin/orders/export answers them.
import { pipeline } from 'node:stream/promises';
import { Failure } from '../local/system/command.mts';
import { readAddresses } from './services.mts';

interface Export {
  from?: Date | undefined;
  to: Date;
  status?: string | undefined;
  format: 'ndjson' | 'csv';
}

export async function exportOrders({ format, status, ...range }: Export): Promise<void> {
  const { addressOf, tls, currency } = await readAddresses();
  // Not before the build: they are what it makes.
  const { createOrderClient } = await import('@orders/gateway/clients/order-client');
  const { exportFormats } = await import('@orders/gateway/http/admin/export-formats');
  const { head, lineOf } = exportFormats[format];
  const client = createOrderClient(addressOf('ORDER', 50_053), currency, tls);
  const gone = new AbortController();
  const batches = client.exportOrders({ ...range, status: status as 'Pending' | undefined }, gone.signal);
  try {
    await pipeline(
      async function* () {
        if (head !== '') yield head;
        for await (const orders of batches) yield orders.map(lineOf).join('');
      },
      process.stdout,
      { end: false },
    );
  } catch (error) {
    // `head` has read enough.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
    throw error instanceof Error && error.name === 'DomainError'
      ? new Failure(`${error.message}; the export is not complete`)
      : error;
  } finally {
    gone.abort();
    client.stop();
  }
}
