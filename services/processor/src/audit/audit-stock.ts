import type { Item } from '@orders/proto/items';
import type { AuditedProduct, Finding } from './audit-facts';

/** Units by product id. */
export type Units = Map<string, number>;

export function addUnits(units: Units, items: Item[]): void {
  for (const { productId, quantity } of items) units.set(productId, (units.get(productId) ?? 0) + quantity);
}

/** Checks a product's totals against each other. */
export function auditTotals(product: AuditedProduct): Finding[] {
  const { productId, available, held, committed, initial, restocked, adjusted } = product;
  const findings: Finding[] = [];
  const received = initial + restocked + adjusted;
  const accounted = available + held + committed;
  if (received !== accounted) {
    findings.push({
      rule: 'stock-sum',
      productId,
      what: `${String(received)} units were received, ${String(accounted)} are accounted for`,
    });
  }
  for (const [name, count] of Object.entries({ available, held, committed, initial, restocked })) {
    if (count < 0) findings.push({ rule: 'negative', productId, what: `${name} is ${String(count)}` });
  }
  return findings;
}

export interface TakenStock {
  products: AuditedProduct[];
  /** Units of the reservations that are held at the time of the totals. */
  held: Units;
  /**
   * Units of Processed orders that were not imported, and of unfinished orders whose reservation is committed at the time
   * of the totals.
   */
  committed: Units;
}

/** Checks the taken units of products against those of reservations and orders. */
export function auditTaken({ products, held, committed }: TakenStock): Finding[] {
  return [
    ...compare({ rule: 'held-sum', total: totalsOf(products, 'held'), taken: held, takers: 'held reservations' }),
    ...compare({ rule: 'committed-sum', total: totalsOf(products, 'committed'), taken: committed, takers: 'orders' }),
  ];
}

const totalsOf = (products: AuditedProduct[], name: 'held' | 'committed'): Units =>
  new Map(products.map((product) => [product.productId, product[name]]));

interface Comparison {
  rule: 'held-sum' | 'committed-sum';
  total: Units;
  taken: Units;
  takers: string;
}

function compare({ rule, total, taken, takers }: Comparison): Finding[] {
  return [...new Set([...total.keys(), ...taken.keys()])].flatMap((productId) => {
    const [totalCount, takenCount] = [total.get(productId) ?? 0, taken.get(productId) ?? 0];
    if (totalCount === takenCount) return [];
    const what = `the product has ${String(totalCount)}, its ${takers} have ${String(takenCount)}`;
    return [{ rule, productId, what }];
  });
}
