// Makes the replica set rs0 of MEMBERS; does nothing where it stands already.
const { createRequire } = require('node:module');
const { MongoClient } = createRequire('/app/node_modules/mongoose/package.json')('mongodb');

const alreadyInitialized = 23;
const members = process.env.MEMBERS.split(',').map((host, _id) => ({ _id, host }));

async function initiate() {
  const client = new MongoClient(`mongodb://${members[0].host}/?directConnection=true&serverSelectionTimeoutMS=30000`);
  try {
    await client.db('admin').command({ replSetInitiate: { _id: 'rs0', members } });
    console.log('replica set initiated');
  } catch (error) {
    if (error.code !== alreadyInitialized) throw error;
    console.log('the replica set stands already');
  } finally {
    await client.close();
  }
}

initiate().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
