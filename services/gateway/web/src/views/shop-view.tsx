import { BasketPanel } from '../orders/basket-panel';
import { quantityOf, withQuantity } from '../orders/basket';
import { usePage } from '../page-context';
import { Problem } from '../problem';
import { newKey } from '../random-ids';
import { useProducts, type Product } from '../use-products';
import { useValue } from '../value';

const stockIntervalMs = 2_000;

export function ShopView() {
  const { basket } = usePage();
  const { products, nameOf, error, reload } = useProducts(stockIntervalMs);
  const chosen = useValue(basket);

  return (
    <>
      <div class="lead">
        <h1 tabIndex={-1}>The shop</h1>
        <p>Everything with its current stock. Placing an order reserves its stock at once.</p>
      </div>
      <Problem error={error} again={reload} />
      <div class="split">
        <section aria-label="Products">
          {products?.length === 0 && <p>The shop is empty. An admin can add products.</p>}
          <ul class="shelf">
            {products?.map((product) => (
              <ProductCard
                key={product.productId}
                product={product}
                quantity={quantityOf(chosen, product.productId)}
                onQuantity={(quantity) =>
                  basket.set(withQuantity(basket.get(), { productId: product.productId, quantity }, newKey))
                }
              />
            ))}
          </ul>
        </section>
        <BasketPanel nameOf={nameOf} onPlaced={reload} />
      </div>
    </>
  );
}

interface CardProps {
  product: Product;
  quantity: number;
  onQuantity: (quantity: number) => void;
}

function ProductCard({ product: { productId, name, stock }, quantity, onQuantity }: CardProps) {
  return (
    <li class={stock === 0 ? 'product gone' : 'product'}>
      <div>
        <h2>{name}</h2>
        <code>{productId}</code>
      </div>
      <p class="stock">
        <strong>{stock.toLocaleString()}</strong> {stock === 0 ? 'sold out' : 'in stock'}
      </p>
      <div class="stepper" role="group" aria-label={`Quantity of ${name}`}>
        <button
          type="button"
          aria-label={`One ${name} less`}
          disabled={quantity === 0}
          onClick={() => onQuantity(quantity - 1)}
        >
          −
        </button>
        <output>{quantity}</output>
        <button type="button" aria-label={`One ${name} more`} onClick={() => onQuantity(quantity + 1)}>
          +
        </button>
      </div>
    </li>
  );
}
