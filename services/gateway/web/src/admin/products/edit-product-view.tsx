import { useState } from 'preact/hooks';
import { ApiError } from '../../api/api-error';
import { usePage } from '../../page-context';
import { productHref, type Product } from '../../shop/product';
import { newKey } from '../../state/random-ids';
import { usePolled } from '../../state/use-polled';
import { wait } from '../../state/wait';
import { Form } from '../../ui/form';
import { Heading } from '../../ui/heading';
import { Problem } from '../../ui/problem';
import { Skeleton } from '../../ui/skeleton';
import { Mark } from '../../ui/status-mark';
import { ArchivePanel } from './archive-panel';
import { ProductFields, readProductFields } from './product-fields';
import { createSaveFacts, factsOf } from './save-facts';
import { StockPanel } from './stock-panel';

export function EditProductView({ productId }: { productId: string }) {
  const { products } = usePage();
  const [saved, setSaved] = useState<Product>();
  const { value, error, reload } = usePolled(async () => (await products.read([productId]))[0]);
  const loaded = value === 'gone' ? undefined : value;
  return (
    <>
      <p class="back">
        <a href="#/admin/products">← All products</a>
      </p>
      <Problem error={error} again={reload} />
      {value === undefined && !error && <Skeleton shape="card" count={2} />}
      {value === 'gone' && <p class="empty">There is no product {productId}.</p>}
      {loaded && <Editor product={newer(loaded, saved)} onSaved={setSaved} onReload={reload} />}
    </>
  );
}

const newer = (loaded: Product, saved: Product | undefined) =>
  saved && saved.revision > loaded.revision ? saved : loaded;

interface EditorProps {
  product: Product;
  onSaved: (product: Product) => void;
  onReload: () => void;
}

function Editor({ product, onSaved, onReload }: EditorProps) {
  const [notice, setNotice] = useState('');
  const onFactsSaved = (next: Product) => {
    setNotice('Saved.');
    onSaved(next);
  };
  return (
    <>
      <div class="lead row">
        <Heading text={product.name} />
        {product.archived && <Mark word="Archived" tone="off" />}
      </div>
      <div class="split even">
        <FactsPanel
          key={JSON.stringify(factsOf(product))}
          product={product}
          onSaved={onFactsSaved}
          onReload={onReload}
        />
        <div class="stack">
          <p class="saved" role="status">
            {notice}
          </p>
          <StockPanel product={product} onSaved={onSaved} />
          <ArchivePanel product={product} onSaved={onSaved} />
        </div>
      </div>
    </>
  );
}

function FactsPanel({ product, onSaved, onReload }: EditorProps) {
  const { api } = usePage();
  const [isOutdated, setOutdated] = useState(false);
  const { currency } = product.price;
  const saveFacts = createSaveFacts({ api, newKey, wait });
  const save = async (fields: Record<string, string>) => {
    try {
      onSaved(await saveFacts(product, readProductFields(fields, currency)));
    } catch (failure) {
      setOutdated(failure instanceof ApiError && failure.code === 'PRECONDITION_FAILED');
      throw failure;
    }
  };
  return (
    <section class="panel" aria-labelledby="facts-heading">
      <div class="row">
        <h2 id="facts-heading">What the shop shows</h2>
        <a href={productHref(product.productId)}>See it there</a>
      </div>
      <Form submit="Save" work={save}>
        <ProductFields product={product} currency={currency} />
      </Form>
      {isOutdated && (
        <button type="button" class="plain start" onClick={onReload}>
          Load what it is now; what you typed is lost
        </button>
      )}
    </section>
  );
}
