import { createCommandAuditLog } from '@orders/shared/audit-log';
import { runCommand } from '@orders/shared/command';
import { readCommandLine } from '@orders/shared/command-line';
import { readDatabaseConfig } from './config';
import { createFamilyStore } from './store/family-store';
import { createUserStore } from './store/user-store';

const { words } = readCommandLine({
  about: 'Takes the role of an admin from an account, and ends its sessions.',
  usage: ['npm run admin:revoke -- <email>', 'node dist/admin-revoke.js <email>'],
  words: [1, 1],
});
const [email = ''] = words;
const config = readDatabaseConfig();

void runCommand({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}auth` }, async (mongo) => {
  const users = createUserStore(mongo);
  // The role first: a session that is opened in between has it no more.
  const { isChanged } = await users.giveRole(email, 'user', createCommandAuditLog(mongo));
  const user = await users.findByEmail(email);
  if (!user) throw new Error(`${email} has no account.`);
  const ended = await createFamilyStore(mongo).revokeAllOfUser(user.userId, new Date());
  const how = isChanged ? 'is no longer an admin' : 'was not an admin';
  process.stdout.write(
    `${email} ${how}. Sessions ended: ${String(ended)}. Access tokens stay valid for at most 15 minutes.\n`,
  );
});
