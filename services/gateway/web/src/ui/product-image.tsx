import { useId, useState } from 'preact/hooks';
import { artOf, initialOf } from './product-art';

export interface ProductImageProps {
  productId: string;
  name: string;
  imageUrl: string | null;
}

/** The image of a product; where it has none, or it cannot be loaded, one drawn from its id. Its name stands beside it. */
export function ProductImage({ productId, name, imageUrl }: ProductImageProps) {
  const [failedUrl, setFailedUrl] = useState<string>();
  if (!imageUrl || imageUrl === failedUrl) return <ProductArt productId={productId} name={name} />;
  return (
    <img
      class="image"
      src={imageUrl}
      alt=""
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setFailedUrl(imageUrl)}
    />
  );
}

function ProductArt({ productId, name }: { productId: string; name: string }) {
  const id = useId();
  const { from, to, circles } = artOf(productId);
  return (
    <svg class="image" viewBox="0 0 120 90" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stop-color={from} />
          <stop offset="1" stop-color={to} />
        </linearGradient>
      </defs>
      <rect width="120" height="90" fill={`url(#${id})`} />
      {circles.map(({ x, y, radius }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} fill="#fff" fill-opacity="0.13" />
      ))}
      <text x="60" y="58" text-anchor="middle" font-size="38" font-weight="750" fill="#fff">
        {initialOf(name)}
      </text>
    </svg>
  );
}
