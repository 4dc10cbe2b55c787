import { mongo, Schema } from 'mongoose';
import { defineCollection, validateStored } from './collection';

interface Visit {
  _id: string;
  guestId: mongo.ObjectId;
  note: string;
  meals: { name: string; count: number }[];
  wishes?: string[];
  arrivedAt: Date;
}

interface Closed {
  _id: string;
  closed: true;
}

const visits = defineCollection<Visit | Closed>({
  name: 'visits',
  holds: 'Visits of guests',
  fields: [
    {
      _id: { type: String, required: true, match: /^visit-/ },
      guestId: { type: Schema.Types.ObjectId, required: true },
      note: { type: String, required: true },
      meals: [{ name: { type: String, required: true }, count: { type: Number, required: true, min: 1 } }],
      wishes: { type: [String], default: undefined },
      arrivedAt: { type: Date, required: true },
    },
    { _id: { type: String, required: true }, closed: { type: Boolean, required: true } },
  ],
  indexes: [{ name: 'guest', key: { guestId: 1 }, reason: 'a guest asks for its visits' }],
});

const aVisit = {
  _id: 'visit-1',
  guestId: new mongo.ObjectId(),
  note: '',
  meals: [{ name: 'soup', count: 2 }],
  arrivedAt: new Date('2026-01-02T03:04:05.678Z'),
};

test.each([
  ['as declared', aVisit],
  ['with an optional field', { ...aVisit, wishes: ['tea'] }],
  ['without embedded ones', { ...aVisit, meals: [] }],
  ['with its fields in another order', Object.fromEntries(Object.entries(aVisit).reverse())],
  ['of the other kind', { _id: 'visit-1', closed: true }],
])('a document %s is valid', async (_, document) => {
  await expect(validateStored(visits, document)).resolves.toBeUndefined();
});

test.each([
  ['an unknown field', { ...aVisit, colour: 'red' }],
  ['an unknown field in an embedded one', { ...aVisit, meals: [{ name: 'soup', count: 2, hot: true }] }],
  ['a missing field', { ...aVisit, note: undefined }],
  ['a missing list', { ...aVisit, meals: undefined }],
  ['a number as text', { ...aVisit, meals: [{ name: 'soup', count: '2' }] }],
  ['an id as text', { ...aVisit, guestId: aVisit.guestId.toHexString() }],
  ['a time as text', { ...aVisit, arrivedAt: aVisit.arrivedAt.toISOString() }],
  ['a number below its limit', { ...aVisit, meals: [{ name: 'soup', count: 0 }] }],
  ['an id of another form', { ...aVisit, _id: '1' }],
  ['a version key', { ...aVisit, __v: 0 }],
  ['a mixture of two kinds', { ...aVisit, closed: true }],
])('a document with %s is refused', async (_, document) => {
  await expect(validateStored(visits, document)).rejects.toThrow(/^not a document of visits: /);
});
