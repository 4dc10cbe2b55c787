import type { Product } from './product';

/**
 * What a product is found by: the words of its name, and its id behind a sign that no word has. Every word and id is
 * compared in lower case and without accents.
 */
export const searchTerms = ({ productId, name }: Pick<Product, 'productId' | 'name'>): string[] => [
  ...new Set(wordsOf(name)),
  `${idSign}${productId.toLowerCase()}`,
];

/** How the terms of a product must begin to be found: all of `words`, or `id`. */
export interface SearchPrefixes {
  words: string[];
  /** Absent where no id begins so. */
  id?: string;
}

/** What to look for, or undefined where the query names nothing. */
export function searchPrefixes(query: string): SearchPrefixes | undefined {
  const text = query.trim();
  if (text === '') return undefined;
  const words = [...new Set(wordsOf(text))];
  return idBegin.test(text) ? { words, id: `${idSign}${text.toLowerCase()}` } : { words };
}

const idSign = '#';
const idBegin = /^[A-Za-z0-9._-]{1,64}$/;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
