import mongoose, { type mongo } from 'mongoose';
import { readCommandLine } from './command-line';

/** How an import ended; `refused` lists what could not be taken. */
export interface ImportReport {
  imported: number;
  /** Were there already, from an earlier run. */
  present: number;
  refused: { id: string; reason: string }[];
}

const uriForm = /^mongodb(?:\+srv)?:\/\/[^/]+\/[^/?]+/;
const batchSize = 500;

/** The database named by `--from <mongo uri with database>`, for reading alone. */
export async function openImportSource() {
  const { values, refuse } = readCommandLine({
    about: "Takes over what this service keeps of the original system's database; npm run migrate:monolith runs all.",
    usage: ['node dist/import-monolith.js --from <mongodb:// uri that names the database to read>'],
    options: { from: { type: 'string', default: '' } },
  });
  const uri = values.from;
  if (!uriForm.test(uri)) return refuse('--from takes a mongodb:// uri that names the database to read');
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  await client.connect();

  return {
    /** All documents of a collection, oldest id first, in batches. */
    batches: async function* <Document extends mongo.Document>(collection: string) {
      const cursor = client.db().collection<Document>(collection).find().sort({ _id: 1 });
      let batch: mongo.WithId<Document>[] = [];
      for await (const document of cursor) {
        batch.push(document);
        if (batch.length < batchSize) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    close: () => client.close(),
  };
}

/** Prints the report as one JSON line, for the script that runs all imports. */
export const printImportReport = (report: ImportReport): void => {
  process.stdout.write(`${JSON.stringify(report)}\n`);
};
