import { usePage } from '../page-context';
import { useValue } from '../state/use-value';
import { moneyText } from '../ui/money';
import { Problem } from '../ui/problem';
import { BasketLineRow } from './basket-line-row';
import { useBasket } from './use-basket';

/** The lines of the basket, what they cost, and the button that orders them. */
export function BasketForm() {
  const { accounts } = usePage();
  const session = useValue(accounts.session);
  const { lines, total, readError, place, refusal, canPlace, setQuantity } = useBasket();
  if (lines.length === 0) return <p class="quiet">Nothing in it yet.</p>;

  return (
    <>
      <ul class="lines">
        {lines.map((line) => (
          <BasketLineRow
            key={line.productId}
            line={line}
            onQuantity={(quantity) => setQuantity(line.productId, quantity)}
          />
        ))}
      </ul>
      <p class="total" role="status">
        <span>Total</span> <span class="number">{total ? moneyText(total) : '…'}</span>
      </p>
      <Problem error={place.error ?? refusal ?? readError} />
      {session ? (
        <button
          type="button"
          class="button wide"
          disabled={!canPlace || place.isBusy}
          onClick={() => total && place.run(session._id, total)}
        >
          {place.isBusy ? 'Placing …' : 'Place order'}
        </button>
      ) : (
        <a class="button wide" href="#/sign-in?next=basket">
          Sign in to order
        </a>
      )}
    </>
  );
}
