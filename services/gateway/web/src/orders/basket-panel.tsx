import { usePage } from '../page-context';
import { Problem } from '../problem';
import { newKey } from '../random-ids';
import { useAction } from '../use-action';
import { useValue } from '../value';
import { emptyBasket } from './basket';
import { ItemList } from './item-list';

export interface BasketPanelProps {
  nameOf: (productId: string) => string;
  onPlaced: () => void;
}

/** The basket, and the button that orders it. */
export function BasketPanel({ nameOf, onPlaced }: BasketPanelProps) {
  const { accounts, basket, placeOrder, traces } = usePage();
  const { items } = useValue(basket);
  const session = useValue(accounts.session);
  const place = useAction(async (userId: string) => {
    try {
      const { order, traceId } = await placeOrder(userId, basket.get());
      traces.set({ ...traces.get(), [order.orderId]: traceId });
      basket.set(emptyBasket(newKey));
      location.hash = `#/orders/${order.orderId}`;
    } finally {
      onPlaced();
    }
  });

  return (
    <section class="panel basket" aria-labelledby="basket-heading">
      <h2 id="basket-heading">Your order</h2>
      {items.length === 0 && <p class="quiet">Nothing yet. Add some products.</p>}
      <ItemList items={items} nameOf={nameOf} isLive />
      <Problem error={place.error} nameOf={nameOf} />
      {session ? (
        <button
          type="button"
          class="button wide"
          disabled={items.length === 0 || place.isBusy}
          onClick={() => place.run(session._id)}
        >
          {place.isBusy ? 'Placing …' : 'Place order'}
        </button>
      ) : (
        <a class="button wide" href="#/sign-in">
          Sign in to order
        </a>
      )}
    </section>
  );
}
