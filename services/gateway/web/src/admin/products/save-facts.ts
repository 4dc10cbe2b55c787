import type { Api } from '../../api/api';
import { ApiError } from '../../api/api-error';
import { productPath, type Product } from '../../shop/product';

/** What the shop shows of a product, apart from its stock. */
export type ProductFacts = Pick<Product, 'name' | 'description' | 'imageUrl'> & { price: number };

export const factsOf = ({ name, description, imageUrl, price }: Product): ProductFacts => ({
  name,
  description,
  imageUrl,
  price: price.amount,
});

export interface SaveFactsNeeds {
  api: Api;
  newKey: () => string;
  wait: (ms: number) => Promise<void>;
}

const maxAttempts = 4;
const cacheMs = 1_100;

/**
 * Saves what was typed over what it was typed over, and refuses where another admin has changed that. Orders change the
 * stock, and so the revision, all the time: they are no reason to refuse.
 */
export const createSaveFacts =
  ({ api, newKey, wait }: SaveFactsNeeds) =>
  async (shown: Product, facts: ProductFacts): Promise<Product> => {
    const path = productPath(shown.productId);
    const isAsShown = (product: Product) => JSON.stringify(factsOf(product)) === JSON.stringify(factsOf(shown));
    let { revision } = shown;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const headers = { 'If-Match': `"${revision}"`, 'Idempotency-Key': newKey() };
        return (await api<{ product: Product }>(path, { method: 'PATCH', body: facts, headers })).product;
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'PRECONDITION_FAILED' || attempt === maxAttempts)
          throw error;
        // What is read may be a second old.
        await wait(attempt === 1 ? 0 : cacheMs);
        const { product } = await api<{ product: Product }>(path);
        if (!isAsShown(product)) throw error;
        revision = product.revision;
      }
    }
  };
