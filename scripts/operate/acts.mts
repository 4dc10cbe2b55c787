// Tells from the audit log what operators did to dead letters.
import { patience, when, type Services } from './services.mts';

const headings = ['when', 'who', 'what', 'message', 'order', 'reason', 'outcome'];

/** The newest acts, newest first: as a table, or as JSON. */
export async function tellActs(
  { processor }: Services,
  { limit, isJson }: { limit: number; isJson: boolean },
): Promise<string[]> {
  const { acts } = await processor.unary('ListOperatorActs')({ limit }, patience);
  const told = acts.map(({ at, ...act }) => ({ at: when(at), ...act }));
  if (isJson) return [JSON.stringify(told, null, 2)];
  const rows = told.map(({ at, operator, act, messageId, orderId, reason, outcome }) => [
    ...[at, operator, act, messageId || 'any', orderId || '-', reason || '-'],
    outcome || 'it never came to its end',
  ]);
  return acts.length === 0 ? ['nobody did anything to dead letters yet'] : tableOf([headings, ...rows]);
}

function tableOf(rows: string[][]): string[] {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
