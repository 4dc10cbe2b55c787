import type { Product } from './product';
import type { Item } from './reservation';

/** Everything that may change stock; requests that meet are decided together, in order. */
export type StockRequest =
  | { kind: 'reserve'; orderId: string; items: Item[]; bodyHash: string }
  | { kind: 'commit'; orderId: string }
  | { kind: 'release'; orderId: string }
  | { kind: 'expire'; orderId: string; epoch: number }
  | { kind: 'create product'; operationId: string; productId: string; name: string; stock: number }
  | {
      kind: 'update product';
      operationId: string;
      productId: string;
      name?: string | undefined;
      stock?: number | undefined;
    }
  | { kind: 'restock product'; operationId: string; productId: string; quantity: number };

export type RequestKind = StockRequest['kind'];
export type RequestOf<Kind extends RequestKind> = Extract<StockRequest, { kind: Kind }>;
export type ProductRequest = RequestOf<'create product' | 'update product' | 'restock product'>;

export interface Shortage {
  productId: string;
  requested: number;
  available: number;
}

export type ReserveAnswer =
  | { outcome: 'held'; epoch: number }
  | { outcome: 'differs' | 'closed' }
  | { outcome: 'out of stock'; shortages: Shortage[] }
  | { outcome: 'unknown product'; productIds: string[] };

export type ProductAnswer =
  | { outcome: 'done'; product: Pick<Product, 'productId' | 'name' | 'available'> }
  | { outcome: 'unknown product' | 'product exists' | 'stock limit exceeded' };

export interface AnswerTo {
  reserve: ReserveAnswer;
  commit: { outcome: 'committed' | 'released' | 'not held' };
  release: { outcome: 'released' };
  expire: { outcome: 'expired' | 'left alone' };
  'create product': ProductAnswer;
  'update product': ProductAnswer;
  'restock product': ProductAnswer;
}

export type StockAnswer = AnswerTo[RequestKind];

/** What was answered to a change of the catalogue, so that a repeated one is answered and not done. */
export interface Operation {
  operationId: string;
  answer: Extract<ProductAnswer, { outcome: 'done' }>;
  purgeAt: Date;
}
