import { moneyText } from '../ui/money';
import { ProductImage } from '../ui/product-image';
import { productHref, stockNote, type Product } from './product';
import { ProductControl } from './product-control';

export const ProductCard = ({ product }: { product: Product }) => (
  <li class={product.stock === 0 ? 'card gone' : 'card'}>
    <ProductImage {...product} />
    <div class="about">
      <h2>
        <a href={productHref(product.productId)}>{product.name}</a>
      </h2>
      <p class="price">{moneyText(product.price)}</p>
      <StockNote stock={product.stock} />
    </div>
    <ProductControl product={product} />
  </li>
);

export function StockNote({ stock }: { stock: number }) {
  const { text, level } = stockNote(stock);
  return <p class={`stock ${level}`}>{text}</p>;
}
