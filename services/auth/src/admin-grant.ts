import { createCommandAuditLog } from '@orders/shared/audit-log';
import { runCommand } from '@orders/shared/command';
import { readCommandLine } from '@orders/shared/command-line';
import { readDatabaseConfig } from './config';
import { createUserStore } from './store/user-store';

const { words } = readCommandLine({
  about: 'Makes an admin of an account.',
  usage: ['npm run admin:grant -- <email>', 'node dist/admin-grant.js <email>'],
  words: [1, 1],
});
const [email = ''] = words;
const config = readDatabaseConfig();

void runCommand({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}auth` }, async (mongo) => {
  const { isKnown, isChanged } = await createUserStore(mongo).giveRole(email, 'admin', createCommandAuditLog(mongo));
  if (!isKnown) throw new Error(`${email} has no account: register it first.`);
  const how = isChanged ? 'is an admin now' : 'was an admin already';
  process.stdout.write(`${email} ${how}. Access tokens say so from the next sign-in or refresh on.\n`);
});
