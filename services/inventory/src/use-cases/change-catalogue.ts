import { createHash } from 'node:crypto';
import { DomainError, type ErrorKind } from '@orders/shared/errors';
import { descriptionDefaults, maxStock, type CataloguedProduct } from '../domain/product';
import type { ProductAnswer, ProductRequest } from '../domain/stock-request';
import type { StockQueue } from './run-batch';

type Refusal = Exclude<ProductAnswer, { outcome: 'done' }>['outcome'];

const refusals: Record<Refusal, { kind: ErrorKind; code: string; message: string }> = {
  'unknown product': { kind: 'NOT_FOUND', code: 'UNKNOWN_PRODUCT', message: 'a product does not exist' },
  'product exists': {
    kind: 'ALREADY_EXISTS',
    code: 'PRODUCT_EXISTS',
    message: 'a product with this id already exists',
  },
  'operation differs': {
    kind: 'CONFLICT',
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: 'the idempotency key was used with another request',
  },
  'revision differs': {
    kind: 'ILLEGAL_STATE',
    code: 'PRECONDITION_FAILED',
    message: 'the product has changed since the revision that the request names',
  },
  'stock limit exceeded': {
    kind: 'ILLEGAL_STATE',
    code: 'STOCK_LIMIT_EXCEEDED',
    message: `the stock would exceed ${maxStock.toLocaleString('en')}`,
  },
};

/** Adds, changes or restocks a product, once for each operation id. */
export const createChangeCatalogue =
  ({ submitAll }: Pick<StockQueue, 'submitAll'>) =>
  async (request: ProductRequest, deadline: number): Promise<CataloguedProduct> => {
    const [answer] = await submitAll<ProductRequest['kind']>(
      [{ ...request, requestHash: hashRequest(request) }],
      deadline,
    );
    if (answer?.outcome === 'done') return answer.product;
    const refusal = refusals[answer?.outcome ?? 'unknown product'];
    throw new DomainError(refusal.kind, { ...refusal, details: [{ productId: request.productId }] });
  };

/**
 * Equal for requests that ask for the same, whoever asks and whatever the order of their fields. A field that is absent does not count, nor
 * does the condition: it says when the change may be made, not which.
 */
function hashRequest({ operationId: _, by: _by, ...request }: ProductRequest): string {
  const absent: Record<string, unknown> = request.kind === 'create product' ? descriptionDefaults : {};
  const fields = Object.entries(request).filter(
    ([name, value]) => name !== 'ifRevisions' && value !== undefined && value !== absent[name],
  );
  return createHash('sha256').update(JSON.stringify(fields.sort())).digest('hex');
}
