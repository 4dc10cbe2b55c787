import { useValue } from '../state/use-value';
import { usePage } from '../page-context';
import { Heading } from '../ui/heading';
import { BasketForm } from './basket-form';

export function BasketView() {
  const isEmpty = useValue(usePage().basket).items.length === 0;
  return (
    <div class="middle">
      <Heading text="Your basket" />
      <section class="panel" aria-label="Basket">
        <BasketForm />
        {isEmpty && (
          <a class="button quiet" href="#/">
            Go to the shop
          </a>
        )}
      </section>
    </div>
  );
}
