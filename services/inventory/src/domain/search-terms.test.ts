import { searchPrefixes, searchTerms } from './search-terms';

test.each<[string, string[]]>([
  ['Red Shirt', ['red', 'shirt']],
  ['T-Shirt (red), 100 % cotton', ['t', 'shirt', 'red', '100', 'cotton']],
  ['Café crème', ['cafe', 'creme']],
  ['ÄRMEL ärmel', ['armel']],
  ['日本の傘', ['日本の傘']],
  ['***', []],
])('%s is found by %j and by its id', (name, words) => {
  expect(searchTerms({ productId: 'Prod-1', name })).toEqual([...words, '#prod-1']);
});

test.each<[string, object | undefined]>([
  ['', undefined],
  ['  ', undefined],
  ['shirt', { words: ['shirt'], id: '#shirt' }],
  ['Red SHIRT shirt', { words: ['red', 'shirt'] }],
  ['SKU-12.a', { words: ['sku', '12', 'a'], id: '#sku-12.a' }],
  ['#prod1', { words: ['prod1'] }],
  ['***', { words: [] }],
])('the query "%s" looks for %j', (query, prefixes) => {
  expect(searchPrefixes(query)).toEqual(prefixes);
});
