import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context';
import { newKey } from '../state/random-ids';
import { useValue } from '../state/use-value';
import { Quantity } from '../ui/quantity';
import { quantityOf, withQuantity } from './basket';
import { orderable, type Product } from './product';

/** Puts a product into the basket, and changes how many of it are there. */
export function ProductControl({ product }: { product: Product }) {
  const { basket } = usePage();
  const { productId, name, price } = product;
  const quantity = quantityOf(useValue(basket), productId);
  const container = useRef<HTMLDivElement>(null);
  const isUsed = useRef(false);
  const setQuantity = (next: number) => {
    isUsed.current = true;
    basket.set(withQuantity(basket.get(), { productId, name, quantity: next, unitPrice: price }, newKey));
  };

  // The button that was pressed is gone; the next key press, however soon, goes to what took its place.
  const isIn = quantity > 0;
  useLayoutEffect(() => {
    if (isUsed.current && !container.current?.contains(document.activeElement))
      container.current?.querySelector<HTMLElement>('.more:enabled, .add')?.focus();
  }, [isIn]);

  return (
    <div class="control" ref={container}>
      {isIn ? (
        <Quantity name={name} quantity={quantity} max={orderable(product)} onQuantity={setQuantity} />
      ) : (
        <button
          type="button"
          class="button small add"
          aria-label={`Add to basket: ${name}`}
          disabled={product.stock === 0 || product.archived}
          onClick={() => setQuantity(1)}
        >
          Add to basket
        </button>
      )}
    </div>
  );
}
