// The catalogue as CSV, with a head that names the fields.
import parse from 'csv-parse/lib/sync.js';

interface Row {
  record: Record<string, string>;
  info: { lines: number };
}

const readers: Record<string, (cell: string) => unknown> = {
  stock: numberIn,
  price: numberIn,
  archived: (cell) => (/^(true|false)$/i.test(cell) ? cell.toLowerCase() === 'true' : cell),
};

/** Each row as a line of JSON; a cell that is empty names nothing. */
export function readCsv(content: Buffer): { body: Buffer; lineOf: (line: number) => number } {
  const rows = parse(content, { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true }) as Row[];
  const lines = rows.map(({ record }) => {
    const cells = Object.entries(record).filter(([, cell]) => cell !== '');
    const product = cells.map(([field, cell]) => [field, (readers[field] ?? String)(cell.replaceAll('\r\n', '\n'))]);
    return `${JSON.stringify(Object.fromEntries(product))}\n`;
  });
  return { body: Buffer.from(lines.join('')), lineOf: (line) => rows[line - 1]?.info.lines ?? line };
}

/** A row as RFC 4180 writes it. */
export const csvLine = (cells: (string | number | boolean)[]): string =>
  `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

// What is no number is left for the import to refuse.
function numberIn(cell: string): unknown {
  return /^-?\d+([.]\d+)?$/.test(cell) ? Number(cell) : cell;
}
