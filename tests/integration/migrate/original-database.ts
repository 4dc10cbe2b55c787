import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { hash } from '@node-rs/bcrypt';
import mongoose, { type mongo } from 'mongoose';

interface Line {
  productId: string;
  quantity: number;
}

/** A database as the original system's own models leave it, with all that may be in it; `drop` removes it. */
export async function anOriginalDatabase(mongoUri: string) {
  const name = `test_original_${randomUUID().slice(0, 8)}`;
  const uri = new URL(mongoUri);
  uri.pathname = name;
  const connection = await mongoose.createConnection(uri.toString(), { runtimeAdapters: { os } }).asPromise();
  const { users, inventories, orders } = modelsOf(connection);

  return {
    uri: uri.toString(),
    user: async (email: string, password: string): Promise<string> => {
      const created = await users.create({ name: 'Ann', email, password: await hash(password, { cost: 6 }) });
      return created.id;
    },
    product: (productId: string, stock: number) => inventories.create({ productId, name: `The ${productId}`, stock }),
    order: async (userId: string, status: string, items: Line[], orderId: string = randomUUID()) => {
      const totalAmount = items.reduce((sum, { quantity }) => sum + quantity, 0);
      const { _id } = await orders.create({ orderId, userId, items, totalAmount, status });
      return { orderId, createdAt: _id.getTimestamp().toISOString() };
    },
    /** One hash over every document and collection. */
    hash: async () => (await connection.db!.command({ dbHash: 1 }))['md5'] as string,
    /** The databases beside it. */
    other: (database: string): mongo.Db => connection.getClient().db(database),
    drop: async () => {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

export type OriginalDatabase = Awaited<ReturnType<typeof anOriginalDatabase>>;

function modelsOf(connection: mongoose.Connection) {
  const { Schema } = mongoose;
  return {
    users: connection.model('User', new Schema({ name: String, email: String, password: String })),
    inventories: connection.model('Inventory', new Schema({ productId: String, name: String, stock: Number })),
    orders: connection.model(
      'Order',
      new Schema({
        orderId: String,
        userId: String,
        items: [{ productId: String, quantity: Number }],
        totalAmount: Number,
        status: String,
      }),
    ),
  };
}
