import { useState } from 'preact/hooks';
import { usePage } from '../../page-context';
import { stockNote, type Product } from '../../shop/product';
import { usePages } from '../../state/use-pages';
import { Heading } from '../../ui/heading';
import { ListState } from '../../ui/list-state';
import { LoadMore } from '../../ui/load-more';
import { moneyText } from '../../ui/money';
import { ProductImage } from '../../ui/product-image';
import { SearchField } from '../../ui/search-field';
import { Mark } from '../../ui/status-mark';

const intervalMs = 5_000;

/** The whole catalogue, archived products too. */
export function AdminProductsView() {
  const { products } = usePage();
  const [search, setSearch] = useState('');
  const { items, error, reload, loadMore, isLoadingMore, isStale } = usePages({
    key: search,
    load: (cursor) => products.readPage(search, cursor),
    idOf: ({ productId }) => productId,
    intervalMs,
  });
  return (
    <>
      <div class="lead row">
        <Heading text="Products" />
        <div class="actions">
          <a class="button quiet small" href="#/admin/products/+import">
            Import a file
          </a>
          <a class="button small" href="#/admin/products/+new">
            New product
          </a>
        </div>
      </div>
      <section class="panel" aria-label="Products" aria-busy={isStale}>
        <SearchField label="Name or start of the id" value={search} onSearch={setSearch} />
        <ListState items={items} error={error} reload={reload} empty="No product matches." />
        <ul class="rows products">
          {items?.map((product) => (
            <ProductRow key={product.productId} product={product} />
          ))}
        </ul>
        <LoadMore label="More products" isBusy={isLoadingMore} loadMore={loadMore} />
      </section>
    </>
  );
}

function ProductRow({ product }: { product: Product }) {
  const { text, level } = stockNote(product.stock);
  return (
    <li>
      <ProductImage {...product} />
      <div class="what">
        <a href={`#/admin/products/${encodeURIComponent(product.productId)}`}>{product.name}</a>
        <p class="quiet">
          <code>{product.productId}</code>
        </p>
      </div>
      {product.archived && <Mark word="Archived" tone="off" />}
      <span class={`stock ${level}`}>{text}</span>
      <span class="number sum">{moneyText(product.price)}</span>
    </li>
  );
}
