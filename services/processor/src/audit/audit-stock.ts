import type { AuditedProduct, Finding } from './audit-facts';
import type { Item } from '../mail/order';

/** Pieces by product. */
export type Pieces = Map<string, number>;

/** Adds the pieces of some items. */
export function addPieces(pieces: Pieces, items: Item[]): void {
  for (const { productId, quantity } of items) pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
}

/** What a product's own totals say without any other fact. */
export function auditTotals(product: AuditedProduct): Finding[] {
  const { productId, available, held, committed, initial, restocked, adjusted } = product;
  const findings: Finding[] = [];
  const came = initial + restocked + adjusted;
  const is = available + held + committed;
  if (came !== is) {
    findings.push({
      rule: 'stock-sum',
      productId,
      what: `${String(came)} pieces came, ${String(is)} are accounted for`,
    });
  }
  for (const [name, count] of Object.entries({ available, held, committed, initial, restocked })) {
    if (count < 0) findings.push({ rule: 'negative', productId, what: `${name} is ${String(count)}` });
  }
  return findings;
}

export interface TakenStock {
  products: AuditedProduct[];
  /** Pieces of the reservations that are held at the moment of the totals. */
  held: Pieces;
  /**
   * Pieces of Processed orders (not of those taken over as final), and of orders under way whose reservation is committed
   * at the moment of the totals.
   */
  committed: Pieces;
}

/** Whether what products say is taken is what orders and reservations took. */
export function auditTaken({ products, held, committed }: TakenStock): Finding[] {
  return [
    ...compare({ rule: 'held-sum', said: saidBy(products, 'held'), taken: held, takers: 'held reservations' }),
    ...compare({ rule: 'committed-sum', said: saidBy(products, 'committed'), taken: committed, takers: 'orders' }),
  ];
}

const saidBy = (products: AuditedProduct[], what: 'held' | 'committed'): Pieces =>
  new Map(products.map((product) => [product.productId, product[what]]));

interface Comparison {
  rule: 'held-sum' | 'committed-sum';
  said: Pieces;
  taken: Pieces;
  takers: string;
}

function compare({ rule, said, taken, takers }: Comparison): Finding[] {
  return [...new Set([...said.keys(), ...taken.keys()])].flatMap((productId) => {
    const [saidCount, takenCount] = [said.get(productId) ?? 0, taken.get(productId) ?? 0];
    if (saidCount === takenCount) return [];
    const what = `the product says ${String(saidCount)}, its ${takers} ${String(takenCount)}`;
    return [{ rule, productId, what }];
  });
}
