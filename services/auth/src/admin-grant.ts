import { runCommand } from '@orders/shared/command';
import { readDatabaseConfig } from './config';
import { createUserStore } from './store/user-store';

const config = readDatabaseConfig();

void runCommand({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}auth` }, async (mongo) => {
  const [email, ...rest] = process.argv.slice(2);
  if (email === undefined || rest.length > 0) throw new Error('usage: admin-grant <email>');
  const { isKnown, isChanged } = await createUserStore(mongo).giveRole(email, 'admin');
  if (!isKnown) throw new Error(`${email} has no account: register it first.`);
  const how = isChanged ? 'is an admin now' : 'was an admin already';
  process.stdout.write(`${email} ${how}. Access tokens say so from the next sign-in or refresh on.\n`);
});
