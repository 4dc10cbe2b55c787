import { usePage } from '../../page-context';
import { productPath, type Product } from '../../shop/product';
import { newKey } from '../../state/random-ids';
import { useAction } from '../../state/use-action';
import { Problem } from '../../ui/problem';
import type { ProductPanelProps } from './stock-panel';

/** Takes a product off the shelf, or puts it back. */
export function ArchivePanel({ product, onSaved }: ProductPanelProps) {
  const { api } = usePage();
  const archive = useAction(async (archived: boolean) => {
    const answer = await api<{ product: Product }>(productPath(product.productId), {
      method: 'PATCH',
      body: { archived },
      headers: { 'Idempotency-Key': newKey() },
    });
    onSaved(answer.product);
  });
  return (
    <section class="panel" aria-labelledby="archive-heading">
      <h2 id="archive-heading">{product.archived ? 'Archived' : 'On the shelf'}</h2>
      <p class="quiet">
        {product.archived
          ? 'Buyers neither see it nor can order it. Orders that hold it stay as they are.'
          : 'Buyers see it and can order it while there is stock.'}
      </p>
      <Problem error={archive.error} />
      <button
        type="button"
        class="button quiet start"
        disabled={archive.isBusy}
        onClick={() => archive.run(!product.archived)}
      >
        {product.archived ? 'Put it back' : 'Archive it'}
      </button>
    </section>
  );
}
