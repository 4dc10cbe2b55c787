import { moneyText } from '../ui/money';
import { ProductImage } from '../ui/product-image';
import { Quantity } from '../ui/quantity';
import type { BasketLine } from './basket-lines';
import { productHref } from './product';

export interface BasketLineRowProps {
  line: BasketLine;
  onQuantity: (quantity: number) => void;
}

/** One line of the basket, with what is in its way and a way on. */
export function BasketLineRow({ line, onQuantity }: BasketLineRowProps) {
  const { productId, name, quantity, max = quantity, unitPrice, total, previousPrice, problem } = line;
  return (
    <li class={problem ? 'line-row marked' : 'line-row'}>
      <ProductImage {...line} />
      <div class="what">
        <a href={productHref(productId)}>{name}</a>
        {unitPrice && (
          <p class="quiet">
            {previousPrice && <PriceChange previous={moneyText(previousPrice)} />}
            {moneyText(unitPrice)} each
          </p>
        )}
      </div>
      <span class="number sum">{total ? moneyText(total) : ''}</span>
      <div class="change">
        <Quantity name={name} quantity={quantity} max={max} onQuantity={onQuantity} />
        <button type="button" class="plain" aria-label={`Remove ${name}`} onClick={() => onQuantity(0)}>
          Remove
        </button>
      </div>
      {problem && (
        <p class="mark">
          <strong>{problem.text}</strong>
          {problem.fix.quantity > 0 && (
            <button
              type="button"
              class="plain"
              aria-label={`${problem.fix.label} of ${name}`}
              onClick={() => onQuantity(problem.fix.quantity)}
            >
              {problem.fix.label}
            </button>
          )}
        </p>
      )}
    </li>
  );
}

const PriceChange = ({ previous }: { previous: string }) => (
  <>
    <span class="changed">Price changed</span> <s>{previous}</s>{' '}
  </>
);
