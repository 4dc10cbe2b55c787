import type { Draft } from './draft';
import { adjustStock, catalogued, describe, maxStock, newProduct, restock, type Product } from './product';
import type { Operation, ProductAnswer, ProductRequest, RequestOf } from './stock-request';

/** How long the answer to an operation on the catalogue is kept, and so how long an idempotency key is good. */
const operationRetentionMs = 86_400_000;

type Refusal = Exclude<ProductAnswer['outcome'], 'done' | 'operation differs'>;

/** Changes the catalogue once for each operation id; a repeated request gets the first answer again. */
export function changeProduct(draft: Draft, request: ProductRequest, at: Date): ProductAnswer {
  const done = draft.operation(request.operationId);
  if (done) return isSame(done, request) ? done.answer : { outcome: 'operation differs' };
  const changed = change(draft.product(request.productId), request, at);
  if (typeof changed === 'string') return { outcome: changed };

  const answer = { outcome: 'done', product: catalogued(draft.replaceProduct(changed)) } as const;
  const purgeAt = new Date(at.getTime() + operationRetentionMs);
  const { operationId, requestHash } = request;
  draft.putOperation({ operationId, ...(requestHash !== undefined && { requestHash }), answer, purgeAt });
  return answer;
}

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
