import { usePage } from './page-context';
import { usePolled } from './use-polled';

export interface Product {
  productId: string;
  name: string;
  stock: number;
}

/** The products, loaded regularly while the page is visible; with 0 ms they are loaded once. */
export function useProducts(intervalMs: number) {
  const { api } = usePage();
  const { value, ...polled } = usePolled(
    async () => (await api<{ products: Product[] }>('/api/products')).products,
    intervalMs,
  );
  const nameOf = (id: string) => value?.find(({ productId }) => productId === id)?.name ?? id;
  return { products: value, nameOf, ...polled };
}
