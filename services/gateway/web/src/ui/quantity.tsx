import { useId, useState } from 'preact/hooks';
import { boundedQuantity } from '../shop/product';

export interface QuantityProps {
  /** Of what. */
  name: string;
  quantity: number;
  max: number;
  onQuantity: (quantity: number) => void;
}

/** A quantity to type, or to step: within 0 and the most that can be ordered. */
export function Quantity({ name, quantity, max, onQuantity }: QuantityProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [isBounded, setBounded] = useState(false);
  const commit = () => {
    if (typed === undefined) return;
    const bounded = boundedQuantity(typed, max);
    setTyped(undefined);
    setBounded(bounded !== undefined && bounded < Number(typed));
    if (bounded !== undefined) onQuantity(bounded);
  };
  const step = (by: number) => {
    setBounded(false);
    onQuantity(Math.min(quantity + by, max));
  };

  return (
    <div class="quantity" role="group" aria-label={`Quantity of ${name}`}>
      <button type="button" aria-label={`One ${name} less`} disabled={quantity === 0} onClick={() => step(-1)}>
        −
      </button>
      <label class="unseen" for={id}>
        {`Quantity of ${name}`}
      </label>
      <input
        id={id}
        inputMode="numeric"
        autocomplete="off"
        maxLength={7}
        value={typed ?? quantity}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
      <button
        type="button"
        class="more"
        aria-label={`One ${name} more`}
        disabled={quantity >= max}
        onClick={() => step(1)}
      >
        +
      </button>
      <span class="bounded" role="status">
        {isBounded && `${max.toLocaleString()} is all there is`}
      </span>
    </div>
  );
}
