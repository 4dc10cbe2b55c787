import { ApiError } from '../../api/api-error';
import type { Product } from '../../shop/product';
import { Field, TextField } from '../../ui/field';
import { majorText, parseMajor } from '../../ui/money';
import type { ProductFacts } from './save-facts';

/** The fields that a product has whether it is new or not. */
export const ProductFields = ({ product, currency }: { product?: Product; currency: string }) => {
  const shown = product ? { ...product, price: majorText(product.price) } : blank;
  const example = majorText({ amount: 1_999, currency });
  return (
    <>
      <Field label="Name" name="name" input={{ maxLength: 100, defaultValue: shown.name }} />
      <Field
        label={`Price in ${currency}`}
        name="price"
        hint={`For example ${example}.`}
        input={{ inputMode: 'decimal', defaultValue: shown.price }}
      />
      <TextField label="Description" name="description" input={{ maxLength: 2_000, defaultValue: shown.description }} />
      <Field
        label="Address of an image"
        name="imageUrl"
        hint="Without one, the shop draws a picture."
        input={{ required: false, inputMode: 'url', maxLength: 2_048, defaultValue: shown.imageUrl ?? '' }}
      />
    </>
  );
};

const blank = { name: '', price: '', description: '', imageUrl: '' };

/** What was typed into the fields, as the API takes it. */
export function readProductFields(fields: Record<string, string>, currency: string): ProductFacts {
  const { name = '', price: typedPrice = '', description = '', imageUrl = '' } = fields;
  const price = parseMajor(typedPrice, currency);
  if (price === undefined)
    throw invalid('price', `must be an amount such as ${majorText({ amount: 1_999, currency })}`);
  return { name: name.trim(), price, description: description.trim(), imageUrl: imageUrl.trim() || null };
}

const invalid = (path: string, message: string) =>
  new ApiError({ code: 'VALIDATION_FAILED', message: 'the form is not valid', details: [{ path, message }] });
