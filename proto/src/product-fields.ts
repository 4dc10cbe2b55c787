import { z } from 'zod';

/** In the minor unit of the shop's currency. */
export const maxPrice = 1_000_000_000;
/** In characters. */
export const maxDescriptionLength = 2_000;
/** In characters. */
export const maxImageUrlLength = 2_048;

const priceMessage = `must be an integer in the minor unit of the currency (1999 for 19.99), from 0 to ${maxPrice.toLocaleString('en-US')}`;

/** The price of a unit of a product. */
export const price = z
  .int({ error: ({ input }) => (input === undefined ? undefined : priceMessage) })
  .min(0, priceMessage)
  .max(maxPrice, priceMessage)
  .meta({ examples: [1_999] });
