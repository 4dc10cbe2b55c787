import { usePage } from '../page-context';
import { useValue } from '../state/use-value';
import { moneyText } from '../ui/money';
import { unitsIn } from './basket';
import { basketLines, totalOf } from './basket-lines';

/** The basket within reach of a thumb: on a phone it stays at the bottom of the screen. */
export function BasketBar() {
  const page = usePage();
  const basket = useValue(page.basket);
  const products = useValue(page.products.known);
  if (basket.items.length === 0) return null;
  const total = totalOf(basketLines({ basket, products }));
  const units = unitsIn(basket);
  return (
    <a class="basket-bar" href="#/basket">
      <span>View basket</span>
      <span>
        {units.toLocaleString()} {units === 1 ? 'item' : 'items'}
        {total && ` · ${moneyText(total)}`}
      </span>
    </a>
  );
}
