import { useId, useState } from 'preact/hooks';
import { fieldsOf } from '../field';
import { usePage } from '../page-context';
import { Problem } from '../problem';
import { useAction } from '../use-action';
import { useProducts, type Product } from '../use-products';

const intervalMs = 2_000;

/** The stock of every product, and a form to add to it. */
export function StockPanel() {
  const [notice, setNotice] = useState('');
  const { products, error, reload } = useProducts(intervalMs);
  const onRestocked = ({ name, stock }: Product) => {
    setNotice(`${name}: ${stock.toLocaleString()} in stock now.`);
    reload();
  };

  return (
    <section class="panel" aria-labelledby="stock-heading">
      <h2 id="stock-heading">Stock</h2>
      <Problem error={error} />
      <ul class="restock">
        {products?.map((product) => (
          <StockRow key={product.productId} product={product} onRestocked={onRestocked} />
        ))}
      </ul>
      <p class="quiet" role="status">
        {notice}
      </p>
    </section>
  );
}

interface RowProps {
  product: Product;
  onRestocked: (product: Product) => void;
}

function StockRow({ product: { productId, name, stock }, onRestocked }: RowProps) {
  const { api } = usePage();
  const id = useId();
  const restock = useAction(async (form: HTMLFormElement) => {
    const quantity = Number(fieldsOf(form)['quantity']);
    const path = `/api/products/${encodeURIComponent(productId)}/restock`;
    onRestocked((await api<{ product: Product }>(path, { body: { quantity } })).product);
    form.reset();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    restock.run(event.currentTarget as HTMLFormElement);
  };

  return (
    <li>
      <div>
        <strong>{name}</strong> <code>{productId}</code>
      </div>
      <span class={stock === 0 ? 'number none' : 'number'}>{stock.toLocaleString()}</span>
      <form onSubmit={submit}>
        <label class="unseen" for={id}>
          Units of {name} to add
        </label>
        <input
          id={id}
          name="quantity"
          type="number"
          min="1"
          max="1000000000"
          step="1"
          required
          placeholder="Units to add"
        />
        <button class="button small quiet" disabled={restock.isBusy} aria-label={`Restock ${name}`}>
          Restock
        </button>
      </form>
      <Problem error={restock.error} />
    </li>
  );
}
