import { parseArgs } from 'node:util';
import mongoose, { type mongo } from 'mongoose';

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
export async function openImportSource(args: string[]) {
  const { values } = parseArgs({ args, options: { from: { type: 'string' } } });
  const uri = values.from ?? '';
  if (!uriForm.test(uri)) throw new Error('usage: --from <mongodb:// uri that names the database to read>');
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
