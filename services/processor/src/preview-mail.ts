import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from '@orders/shared/command-line';
import { accountMail, accountMailKinds, type MailTopic } from './account-mails/account-mail';
import { readPreviewConfig } from './config';
import { orderMail, type MailFacts } from './mail/order-mail';

readCommandLine({
  about: 'Writes samples of all mails into .run/mail-preview, and prints where.',
  usage: ['npm run mail:preview'],
});

const items = [
  { productId: 'prod1', name: 'Shirt', quantity: 2, unitPrice: 1_999 },
  { productId: 'prod2', name: 'Jeans', quantity: 1, unitPrice: 5_990 },
];
const total = { amount: 9_988, currency: 'EUR' };
const samples: MailFacts['order'][] = [
  { orderId: '7d4f1c1e-8f0b-4a57-9c0d-2f7f8a1b3c4d', status: 'Processed', items, totalAmount: 3, total },
  {
    orderId: '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed',
    status: 'Failed',
    reason: 'given up by an operator',
    items,
    totalAmount: 3,
    total,
  },
];

const folder = join(readPreviewConfig().RUN_DIR, 'mail-preview');
mkdirSync(folder, { recursive: true });
for (const order of samples) {
  const { subject, text, html } = orderMail({ order, buyerName: 'Ada <Lovelace>' });
  write(`${order.status.toLowerCase()}.txt`, `Subject: ${subject}\n\n${text}`);
  write(`${order.status.toLowerCase()}.html`, html);
}

const webhook = {
  webhookId: 'b7c3f3b0-43a5-4a6b-9c4d-0f6f0a4f2d11',
  host: 'crm.example',
  reason: 'no attempt has succeeded for 24 hours',
  at: new Date(),
};
const topics: MailTopic[] = [...accountMailKinds.map((kind) => ({ kind })), { kind: 'webhook-disabled', webhook }];
for (const topic of topics) {
  const { kind } = topic;
  const facts = { name: 'Ada <Lovelace>', token: 'a-token', publicUrl: 'http://127.0.0.1:3000' };
  const { subject, text, html } = accountMail({ ...facts, ...topic });
  write(`${kind}.txt`, `Subject: ${subject}\n\n${text}`);
  write(`${kind}.html`, html);
}

function write(name: string, content: string): void {
  const path = join(folder, name);
  writeFileSync(path, content);
  process.stdout.write(`${path}\n`);
}
