import type { Draft } from './draft';
import {
  adjustStock,
  catalogued,
  describe,
  maxStock,
  newProduct,
  restock,
  type CataloguedProduct,
  type Product,
} from './product';
import type { CatalogueChange, Operation, ProductAnswer, ProductRequest, RequestOf } from './stock-request';

/** How long the answer to an operation on the catalogue is kept, and so how long an idempotency key is good. */
const operationRetentionMs = 86_400_000;

type Refusal = Exclude<ProductAnswer['outcome'], 'done' | 'operation differs'>;

/** Changes the catalogue once for each operation id; a repeated request gets the first answer again. */
export function changeProduct(draft: Draft, request: ProductRequest, at: Date): ProductAnswer {
  const done = draft.operation(request.operationId);
  if (done) return isSame(done, request) ? done.answer : { outcome: 'operation differs' };
  const before = draft.product(request.productId);
  const changed = change(before, request, at);
  if (typeof changed === 'string') return { outcome: changed };

  const answer = { outcome: 'done', product: catalogued(draft.replaceProduct(changed)) } as const;
  draft.audit(auditOf(request, { before: before && catalogued(before), after: answer.product, at }));
  const purgeAt = new Date(at.getTime() + operationRetentionMs);
  const { operationId, requestHash } = request;
  draft.putOperation({ operationId, ...(requestHash !== undefined && { requestHash }), answer, purgeAt });
  return answer;
}

const actions = {
  'create product': 'product.create',
  'update product': 'product.update',
  'restock product': 'product.restock',
} as const;

const auditOf = (
  { kind, operationId, productId, by = { actor: 'unknown' } }: ProductRequest,
  { before, after, at }: { before: CataloguedProduct | undefined; after: CataloguedProduct; at: Date },
): CatalogueChange => ({
  // An operation id comes again after a day, when its idempotency key is used for another change.
  id: `${operationId}.${at.getTime()}`,
  at,
  ...by,
  action: actions[kind],
  subject: productId,
  ...(before && { before }),
  after,
});

// Operations that were stored before hashes were kept have none.
const isSame = (done: Operation, { requestHash }: ProductRequest) =>
  done.requestHash === undefined || requestHash === undefined || done.requestHash === requestHash;

function change(product: Product | undefined, request: ProductRequest, at: Date): Product | Refusal {
  if (request.kind === 'create product') return product ? 'product exists' : newProduct({ ...request, at });
  if (!product) return 'unknown product';
  if (request.kind === 'update product') return update(product, request);
  if (product.available + request.quantity > maxStock) return 'stock limit exceeded';
  return restock(product, request.quantity);
}

function update(
  product: Product,
  { stock, ifRevisions, ...description }: RequestOf<'update product'>,
): Product | 'revision differs' {
  if (ifRevisions && !ifRevisions.includes(product.revision)) return 'revision differs';
  const described = describe(product, description);
  return stock === undefined ? described : adjustStock(described, stock);
}
