import { distinct } from './distinct';

test('of what is on two pages the first is newer', () => {
  const items = [
    { id: 'a', status: 'Processed' },
    { id: 'b', status: 'Processed' },
    { id: 'a', status: 'Pending' },
  ];

  expect(distinct(items, ({ id }) => id)).toEqual(items.slice(0, 2));
});
