import { isDeepStrictEqual } from 'node:util';
import mongoose, { type mongo } from 'mongoose';

/** An index, with the query or the duty that it is there for. */
export interface CollectionIndex extends mongo.IndexDescription {
  name: string;
  reason: string;
}

/** A collection as migrations, documentation and tests know it. */
export interface CollectionDefinition<Document extends mongo.Document = mongo.Document> {
  name: string;
  /** What it holds, in a sentence for the table of stores. */
  holds: string;
  /** One for each kind of document. */
  schemas: mongoose.Schema[];
  indexes: CollectionIndex[];
  /** Names of indexes that earlier versions made and nothing needs any more. */
  retiredIndexes: string[];
  /** Never there: carries the type of a document to whoever opens the collection. */
  document?: Document;
}

type FieldType =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | DateConstructor
  | MapConstructor
  | typeof mongoose.Schema.Types.ObjectId
  | typeof mongoose.Schema.Types.Mixed
  | FieldType[]
  | mongoose.Schema
  | Embedded;

/** A field as mongoose takes it, with what our collections need of that. */
interface FieldOptions {
  type: FieldType;
  /** The type of a map's values. */
  of?: FieldType;
  required?: boolean;
  enum?: readonly (string | number | boolean)[];
  min?: number;
  max?: number;
  minlength?: number;
  maxlength?: number;
  match?: RegExp;
  /** Else a list that is missing would read as an empty one. */
  default?: undefined;
  validate?: (value: never) => boolean;
}

type Field = FieldOptions | Field[] | Embedded;

interface Embedded {
  [field: string]: Field;
}

/** Every field of a document with its type and limits; a union of documents has fields for each kind. */
export type CollectionFields<Document> = Document extends unknown ? { [Name in keyof Document]-?: Field } : never;

interface Declaration<Document> {
  name: string;
  holds: string;
  fields: CollectionFields<Document> | CollectionFields<Document>[];
  indexes?: CollectionIndex[];
  retiredIndexes?: string[];
}

// Text that is stored may be empty; where it may not, the field has a `minlength`.
mongoose.Schema.Types.String.checkRequired((value: unknown) => typeof value === 'string');

/** Declares a collection once: its indexes, its table in the documentation and the tests' checks are made from this. */
export const defineCollection = <Document extends mongo.Document>({
  name,
  holds,
  fields,
  indexes = [],
  retiredIndexes = [],
}: Declaration<Document>): CollectionDefinition<Document> => ({
  name,
  holds,
  schemas: [fields].flat().map(schemaOf),
  indexes,
  retiredIndexes,
});

/** The type of an embedded document that may be absent as a whole; without it mongoose asks for its fields all the same. */
export const embedded = (fields: Embedded): mongoose.Schema => schemaOf(fields);

const schemaOf = (fields: object) => new mongoose.Schema(fields, schemaOptions);

const schemaOptions: mongoose.SchemaOptions = {
  strict: 'throw',
  versionKey: false,
  // Ids are declared as fields, and what is embedded has none.
  _id: false,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
};

/** Rejects where a stored document is not exactly what its collection declares: a field too many, too few or of another type. */
export async function validateStored(definition: CollectionDefinition, document: object): Promise<void> {
  const problems = await Promise.all(definition.schemas.map((schema) => problemOf(schema, document)));
  if (problems.includes(undefined)) return;
  throw new Error(`not a document of ${definition.name}: ${problems.join('; or ')}`);
}

async function problemOf(schema: mongoose.Schema, document: object): Promise<string | undefined> {
  try {
    const Model = modelOf(schema);
    const hydrated = new Model(document);
    await hydrated.validate();
    const declared = hydrated.toObject<object>();
    // Reading it through the schema must change nothing, or a value was converted or a field filled in.
    if (isDeepStrictEqual(plain(declared), plain(document))) return undefined;
    return `${text(document)} reads as ${text(declared)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const models = new WeakMap<mongoose.Schema, AnyModel>();
type AnyModel = mongoose.Model<mongo.Document>;

function modelOf(schema: mongoose.Schema): AnyModel {
  const model = models.get(schema) ?? new mongoose.Mongoose().model<mongo.Document>('Stored', schema);
  models.set(schema, model);
  return model;
}

const text = (document: object) => mongoose.mongo.BSON.EJSON.stringify(document, { relaxed: false });
const plain = (document: object): unknown => JSON.parse(text(document));
