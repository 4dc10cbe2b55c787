import { specifyMailLedger } from '../specifications/mail-ledger';
import { createLedger, type Mails } from './ledger-database';

specifyMailLedger(() => {
  const mails: Mails = new Map();
  return createLedger((_, work) => Promise.resolve(work(mails, new Date())));
});
