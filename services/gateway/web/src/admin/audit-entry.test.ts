import { changesOf } from './audit-entry';

test('an entry shows what is not as it was', () => {
  const before = { name: 'Shirt', available: 2, tags: ['new'] };

  expect(changesOf({ before, after: { ...before, available: 7, tags: [] } })).toEqual([
    { field: 'available', from: '2', to: '7' },
    { field: 'tags', from: '["new"]', to: '[]' },
  ]);
});

test('what is new or gone has one side only', () => {
  expect(changesOf({ before: null, after: { name: 'Shirt' } })).toEqual([{ field: 'name', from: '', to: 'Shirt' }]);
  expect(changesOf({ before: { name: 'Shirt' }, after: null })).toEqual([{ field: 'name', from: 'Shirt', to: '' }]);
});
