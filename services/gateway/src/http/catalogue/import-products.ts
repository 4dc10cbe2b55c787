import type { ImportedProduct, ImportOutcome } from '../../clients/inventory-client';
import { createLineReader, failedLine, linesOf, type FailedLine, type ImportedLine } from './import-lines';
import { importedProduct } from './catalogue-schemas';

export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  failed: FailedLine[];
}

// What one call carries: far below the size of a message, and soon written.
const maxBatchProducts = 500;
const maxBatchBytes = 512 * 1_024;

/** Imports the products of a body of lines, batch by batch, so that memory holds no more than the body and one batch. */
export async function importProducts(
  body: Buffer,
  importBatch: (products: ImportedProduct[]) => Promise<ImportOutcome[]>,
): Promise<ImportReport> {
  const report: ImportReport = { created: 0, updated: 0, unchanged: 0, failed: [] };
  const readLine = createLineReader<ImportedProduct>(importedProduct);
  let batch: ImportedLine<ImportedProduct>[] = [];
  let batchBytes = 0;

  const send = async () => {
    const outcomes = await importBatch(batch.map(({ product }) => product));
    batch.forEach(({ line }, index) => count(report, line, outcomes[index]));
    batch = [];
    batchBytes = 0;
  };

  for (const { line, bytes } of linesOf(body)) {
    const read = readLine({ line, bytes });
    if ('code' in read) {
      report.failed.push(read);
      continue;
    }
    if (batch.length > 0 && batchBytes + bytes.length > maxBatchBytes) await send();
    batch.push(read);
    batchBytes += bytes.length;
    if (batch.length === maxBatchProducts) await send();
  }
  if (batch.length > 0) await send();
  return { ...report, failed: report.failed.sort((left, right) => left.line - right.line) };
}

function count(report: ImportReport, line: number, outcome: ImportOutcome | undefined): void {
  if (outcome === undefined) throw new Error('inventory answered fewer products than it was sent');
  if (outcome !== 'name required') report[outcome] += 1;
  else report.failed.push(failedLine(line, 'VALIDATION_FAILED', 'name: is required for a new product'));
}
