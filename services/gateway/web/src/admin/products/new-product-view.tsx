import { useState } from 'preact/hooks';
import { usePage } from '../../page-context';
import type { Product } from '../../shop/product';
import { newKey } from '../../state/random-ids';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Heading } from '../../ui/heading';
import { ProductFields, readProductFields } from './product-fields';
import { useCurrency } from './use-currency';

export function NewProductView() {
  const { api } = usePage();
  const currency = useCurrency();
  const [key] = useState(newKey);
  const create = async (fields: Record<string, string>) => {
    const { productId = '', stock = '' } = fields;
    const body = { productId: productId.trim(), stock: Number(stock), ...readProductFields(fields, currency) };
    const { product } = await api<{ product: Product }>('/api/products', { body, headers: { 'Idempotency-Key': key } });
    location.hash = `#/admin/products/${encodeURIComponent(product.productId)}`;
  };
  return (
    <div class="middle">
      <p>
        <a href="#/admin/products">← All products</a>
      </p>
      <Heading text="New product" />
      <Form submit="Add it to the shop" work={create} class="panel">
        <Field
          label="Product id"
          name="productId"
          hint="Letters, digits, points, hyphens and underscores. It cannot be changed later."
          input={{ maxLength: 64, autocomplete: 'off', autocapitalize: 'off', spellcheck: false }}
        />
        <ProductFields currency={currency} />
        <Field
          label="Stock"
          name="stock"
          input={{ type: 'number', min: 0, max: 1_000_000_000, step: 1, defaultValue: '0' }}
        />
      </Form>
    </div>
  );
}
