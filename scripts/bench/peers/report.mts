// Prints what each shop needs for an order, beside what it does for it.
import { heading, table } from '../../local/system/terminal.mts';
import { median } from '../statistics.mts';
import { hastyBuyers, scarce, type Shop } from './shop.mts';
import { sum, type Turn } from './turn.mts';

export interface Compared {
  shop: Shop;
  turns: Turn[];
  /** Of the scarce product. */
  sold: number;
}

const heads = ['', 'orders/s', 'order p50', 'p95', 'last call p50', 'p95', 'placing', 'all in', 'refused', 'sold'];

export function printComparison(compared: Compared[], postgresVersion: string): void {
  heading('\nAn order: milliseconds, and processor milliseconds while orders are placed and until all is at rest.');
  table(heads, compared.map(rowOf));
  heading('\nProcessor milliseconds of an order by process, all in');
  for (const { shop, turns } of compared) console.log(`${shop.name.padEnd(14)}${shares(turns).join(', ')}`);
  heading('\nThe ways, and what is done for an order');
  for (const { shop } of compared)
    console.log(`${`${shop.name} ${shop.version}`.padEnd(22)}${shop.calls.join(', ')}: ${shop.does}`);
  console.log(
    `\nSold: orders that ${hastyBuyers} buyers got of the last ${scarce.pieces} pieces. PostgreSQL ${postgresVersion} with its defaults, stock tracked.`,
  );
}

function rowOf({ shop, turns, sold }: Compared): string[] {
  const show = (pick: (turn: Turn) => number, digits: number) => {
    const values = turns.map(pick);
    const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)].map((value) =>
      value.toFixed(digits),
    );
    return least === most ? `${middle}` : `${middle} (${least} to ${most})`;
  };
  return [
    shop.name,
    show(({ perSecond }) => perSecond, 1),
    show(({ orderMs }) => orderMs.p50, 0),
    show(({ orderMs }) => orderMs.p95, 0),
    show(({ lastCallMs }) => lastCallMs.p50, 0),
    show(({ lastCallMs }) => lastCallMs.p95, 0),
    show(({ placingMs }) => sum(placingMs), 1),
    show(({ allInMs }) => sum(allInMs), 1),
    show(({ refused }) => sum(refused), 0),
    `${sold} of ${scarce.pieces}`,
  ];
}

const shares = (turns: Turn[]) =>
  Object.keys(turns[0]?.allInMs ?? {}).map(
    (name) => `${name} ${median(turns.map(({ allInMs }) => allInMs[name] ?? NaN)).toFixed(2)}`,
  );
