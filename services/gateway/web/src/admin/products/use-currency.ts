import { usePage } from '../../page-context';
import { usePolled } from '../../state/use-polled';

const assumedCurrency = 'EUR';

/** The one currency of the shop, which its products name. */
export function useCurrency(): string {
  const { products } = usePage();
  const { value } = usePolled(async () => (await products.readPage('', undefined)).items[0]?.price.currency);
  return value ?? assumedCurrency;
}
