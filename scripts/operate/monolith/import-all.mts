// Runs the import of each service in its turn: accounts, then stock and reservations, then the orders on them.
import type { Variables } from '../../local/system/env-file.mts';
import { runImport } from './run-import.mts';

export interface ImportReport {
  imported: number;
  present: number;
  refused: { id: string; reason: string }[];
}

export interface OrderImportReport extends ImportReport {
  pending: number;
  failed: number;
  undecided: string[];
}

export interface Imports {
  users: ImportReport;
  products: ImportReport;
  orders: OrderImportReport;
}

export async function importAll(from: string, env: Variables): Promise<Imports> {
  const run = (service: string, input = '') => runImport({ service, from, env, input });
  const users = reportOf(await run('auth'));
  const inventoryOutput = await run('inventory');
  const products = reportOf(inventoryOutput);
  const orders = await importRest(run, orderReportOf(await run('order', inventoryOutput)));
  return { users, products, orders };
}

/**
 * Reserves once more for the orders that are left: where the system runs, a reservation whose order takes too long to
 * come gives its stock back. Goes on for as long as that gets orders in.
 */
async function importRest(
  run: (service: string, input?: string) => Promise<string>,
  first: OrderImportReport,
): Promise<OrderImportReport> {
  let total = first;
  while (total.undecided.length > 0) {
    const again = orderReportOf(await run('order', await run('inventory')));
    const hasHelped = again.imported > 0;
    total = {
      ...total,
      imported: total.imported + again.imported,
      pending: total.pending + again.pending,
      failed: total.failed + again.failed,
      undecided: again.undecided,
    };
    if (!hasHelped) return withUndecidedRefused(total);
  }
  return total;
}

const withUndecidedRefused = (report: OrderImportReport): OrderImportReport => ({
  ...report,
  refused: [
    ...report.refused,
    ...report.undecided.map((id) => ({ id, reason: 'its reservation could not be made: run this again' })),
  ],
});

const reportOf = (output: string) => JSON.parse(output) as ImportReport;

const orderReportOf = (output: string) => JSON.parse(output) as OrderImportReport;
