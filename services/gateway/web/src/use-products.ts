import { usePage } from './page-context';
import { usePolled } from './use-polled';

export interface Product {
  productId: string;
  name: string;
  stock: number;
}

/** What is on the shelf, asked again and again while somebody looks; 0 ms asks once. */
export function useProducts(everyMs: number) {
  const { api } = usePage();
  const { value, ...polled } = usePolled(
    async () => (await api<{ products: Product[] }>('/api/products')).products,
    everyMs,
  );
  const nameOf = (id: string) => value?.find(({ productId }) => productId === id)?.name ?? id;
  return { products: value, nameOf, ...polled };
}
