import { moneyText, type Money } from '../ui/money';
import { ProductImage } from '../ui/product-image';
import type { OrderItem } from './order';

/** What was ordered, at the prices of that moment. */
export const ItemList = ({ items, total }: { items: OrderItem[]; total: Money }) => (
  <>
    <ul class="lines">
      {items.map(({ productId, name, quantity, unitPrice }) => (
        <li key={productId} class="line-row">
          <ProductImage productId={productId} name={name || productId} imageUrl={null} />
          <div class="what">
            <a href={`#/products/${encodeURIComponent(productId)}`}>{name || productId}</a>
            <p class="quiet">
              {quantity.toLocaleString()} × {moneyText({ ...total, amount: unitPrice })}
            </p>
          </div>
          <span class="number sum">{moneyText({ ...total, amount: unitPrice * quantity })}</span>
        </li>
      ))}
    </ul>
    <p class="total">
      <span>Total</span> <span class="number">{moneyText(total)}</span>
    </p>
  </>
);
