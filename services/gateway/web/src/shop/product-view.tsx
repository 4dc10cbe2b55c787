import { usePage } from '../page-context';
import { usePolled } from '../state/use-polled';
import { Heading } from '../ui/heading';
import { moneyText } from '../ui/money';
import { Problem } from '../ui/problem';
import { ProductImage } from '../ui/product-image';
import { Skeleton } from '../ui/skeleton';
import { useValue } from '../state/use-value';
import { quantityOf } from './basket';
import type { Product } from './product';
import { StockNote } from './product-card';
import { ProductControl } from './product-control';

const stockIntervalMs = 3_000;

export function ProductView({ productId }: { productId: string }) {
  const { products } = usePage();
  const { value, error, reload } = usePolled(async () => (await products.read([productId]))[0], {
    intervalMs: stockIntervalMs,
  });
  const product = value === 'gone' ? undefined : value;

  return (
    <>
      <p class="back">
        <a href="#/">← All products</a>
      </p>
      <Problem error={error} again={reload} />
      {value === undefined && !error && <Skeleton shape="card" count={2} />}
      {value === 'gone' && (
        <div class="lead">
          <Heading text="Not in the shop" />
          <p>There is no such product, or it is no longer sold.</p>
        </div>
      )}
      {product && <ProductFacts product={product} />}
    </>
  );
}

function ProductFacts({ product }: { product: Product }) {
  const isIn = quantityOf(useValue(usePage().basket), product.productId) > 0;
  return (
    <article class="product-view">
      <ProductImage {...product} />
      <div class="about">
        <Heading text={product.name} />
        <p class="price">{moneyText(product.price)}</p>
        <StockNote stock={product.stock} />
        {product.archived && <p class="quiet">Archived: buyers do not see it.</p>}
        {product.description && <p class="description">{product.description}</p>}
        <div class="in-basket">
          <ProductControl product={product} />
          {isIn && <a href="#/basket">View basket</a>}
        </div>
        <p class="quiet">
          Product <code>{product.productId}</code>
        </p>
      </div>
    </article>
  );
}
