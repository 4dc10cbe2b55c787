import type { Item, Money } from '@orders/proto/items';
import type { ReserveDecision } from '@orders/proto/reserve-answer';
import type { CataloguedProduct, DescriptionChange } from './product';

/** Everything that may change stock; requests that arrive together are decided together, in order. */
export type StockRequest =
  | {
      kind: 'reserve';
      orderId: string;
      items: Item[];
      bodyHash: string;
      /** In which prices are decided. */
      currency: string;
      /** Nothing is taken for an order that would cost something else. */
      expectedTotal?: Money | undefined;
    }
  | { kind: 'commit'; orderId: string }
  | { kind: 'release'; orderId: string }
  | { kind: 'expire'; orderId: string; epoch: number }
  | ({ kind: 'create product'; productId: string; name: string; stock: number } & DescriptionChange & OperationKey)
  | ({
      kind: 'update product';
      productId: string;
      stock?: number | undefined;
      /** Where given, only a product at one of these revisions is changed. */
      ifRevisions?: number[] | undefined;
    } & DescriptionChange &
      OperationKey)
  | ({ kind: 'restock product'; productId: string; quantity: number } & OperationKey);

interface OperationKey {
  operationId: string;
  /** Who asks for it, for the audit log. */
  by?: Author | undefined;
  /** Of all that the request asks for; without it any request counts as the one that was made under the id. */
  requestHash?: string;
}

export interface Author {
  actor: string;
  requestId?: string;
}

/** A change of a product in the audit log. */
export interface CatalogueChange extends Author {
  id: string;
  at: Date;
  action: 'product.create' | 'product.update' | 'product.restock';
  subject: string;
  before?: object;
  after: object;
}

export type RequestKind = StockRequest['kind'];
export type RequestOf<Kind extends RequestKind> = Extract<StockRequest, { kind: Kind }>;
export type ProductRequest = RequestOf<'create product' | 'update product' | 'restock product'>;

export type ProductAnswer =
  | { outcome: 'done'; product: CataloguedProduct }
  | {
      outcome: 'unknown product' | 'product exists' | 'stock limit exceeded' | 'revision differs' | 'operation differs';
    };

export interface AnswerTo {
  reserve: ReserveDecision;
  commit: { outcome: 'committed' | 'released' | 'not held' };
  release: { outcome: 'released' };
  expire: { outcome: 'expired' | 'unchanged' };
  'create product': ProductAnswer;
  'update product': ProductAnswer;
  'restock product': ProductAnswer;
}

export type StockAnswer = AnswerTo[RequestKind];

/** The answer to a change of the catalogue, so that a repeated one is answered and not made again. */
export interface Operation extends Omit<OperationKey, 'by'> {
  answer: Extract<ProductAnswer, { outcome: 'done' }>;
  purgeAt: Date;
}
