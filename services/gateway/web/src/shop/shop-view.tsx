import { usePage } from '../page-context';
import { usePages } from '../state/use-pages';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { LoadMore } from '../ui/load-more';
import { SearchField } from '../ui/search-field';
import { BasketForm } from './basket-form';
import { ProductCard } from './product-card';

const stockIntervalMs = 3_000;

export function ShopView({ search }: { search: string }) {
  const { products } = usePage();
  const { items, isStale, error, loadMore, isLoadingMore, reload } = usePages({
    key: search,
    load: (cursor) => products.readPage(search, cursor),
    idOf: ({ productId }) => productId,
    intervalMs: stockIntervalMs,
  });

  return (
    <>
      <div class="lead row">
        <Heading text="The shop" />
        <SearchField
          label="Search the shop"
          value={search}
          onSearch={(text) => {
            history.replaceState(null, '', text ? `#/?q=${encodeURIComponent(text)}` : '#/');
            dispatchEvent(new HashChangeEvent('hashchange'));
          }}
        />
      </div>
      <div class="split">
        <section aria-label="Products" aria-busy={isStale}>
          <p class="unseen" role="status">
            {items && !isStale && countText(items.length, loadMore !== undefined)}
          </p>
          <ListState
            items={items}
            error={error}
            reload={reload}
            skeleton={{ shape: 'card', count: 6 }}
            empty={<NothingFound search={search} />}
          />
          <ul class="shelf">
            {items?.map((product) => (
              <ProductCard key={product.productId} product={product} />
            ))}
          </ul>
          <LoadMore label="Show more products" isBusy={isLoadingMore} loadMore={loadMore} />
        </section>
        <section class="panel basket aside-only" aria-labelledby="basket-heading">
          <h2 id="basket-heading">Your basket</h2>
          <BasketForm />
        </section>
      </div>
    </>
  );
}

const countText = (count: number, isMore: boolean) =>
  `${count}${isMore ? ' or more' : ''} ${count === 1 ? 'product' : 'products'}`;

const NothingFound = ({ search }: { search: string }) =>
  search === '' ? (
    <>The shop is empty. An admin can add products.</>
  ) : (
    <>
      Nothing was found for “{search}”. <a href="#/">Show all products</a>
    </>
  );
