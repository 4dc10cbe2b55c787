import { useState } from 'preact/hooks';
import { usePage } from '../../page-context';
import { productPath, type Product } from '../../shop/product';
import { newKey } from '../../state/random-ids';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';

export interface ProductPanelProps {
  product: Product;
  onSaved: (product: Product) => void;
}

/** How many there are, and a form to add to them. */
export function StockPanel({ product, onSaved }: ProductPanelProps) {
  const { api } = usePage();
  // One key for one delivery: pressing again after a lost answer adds it once.
  const [key, setKey] = useState(newKey);
  const [notice, setNotice] = useState('');
  const restock = async ({ quantity = '' }: Record<string, string>, form: HTMLFormElement) => {
    setNotice('');
    const answer = await api<{ product: Product }>(`${productPath(product.productId)}/restock`, {
      body: { quantity: Number(quantity) },
      headers: { 'Idempotency-Key': key },
    });
    setKey(newKey());
    form.reset();
    setNotice(`${answer.product.stock.toLocaleString()} in stock now.`);
    onSaved(answer.product);
  };
  return (
    <section class="panel" aria-labelledby="stock-heading">
      <div class="row">
        <h2 id="stock-heading">Stock</h2>
        <strong class="number figure">{product.stock.toLocaleString()}</strong>
      </div>
      <Form submit="Restock" work={restock} tone="quiet" class="inline">
        <Field
          label="Units to add"
          name="quantity"
          input={{ type: 'number', min: 1, max: 1_000_000_000, step: 1, onInput: () => setNotice('') }}
        />
      </Form>
      <p class="quiet" role="status">
        {notice}
      </p>
    </section>
  );
}
