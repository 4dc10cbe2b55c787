import { totalOf, type Item } from './order';

export interface ItemListProps {
  items: Item[];
  nameOf: (productId: string) => string;
  /** Whether screen readers announce a change of the sum. */
  isLive?: boolean;
}

/** What is ordered, and how many units that is. */
export const ItemList = ({ items, nameOf, isLive = false }: ItemListProps) => (
  <>
    {items.length > 0 && (
      <ul class="items">
        {items.map(({ productId, quantity }) => (
          <li key={productId}>
            <span>{nameOf(productId)}</span>
            <span class="number">{quantity.toLocaleString()}</span>
          </li>
        ))}
      </ul>
    )}
    <p class="total" {...(isLive && { role: 'status' })}>
      <span>Units</span> <span class="number">{totalOf(items).toLocaleString()}</span>
    </p>
  </>
);
