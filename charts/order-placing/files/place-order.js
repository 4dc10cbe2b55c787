// The release's own test: registers a user, or (once the user is an admin) orders a product of its own until it is Processed.
const { randomUUID } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const { setTimeout: pause } = require('node:timers/promises');

const accountFile = '/share/account.json';
const emailFile = '/share/email';
const patienceMs = 60_000;
let token = '';

async function call(method, path, body) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${process.env.GATEWAY_URL}${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  const result = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(result)}`);
  return result;
}

async function register() {
  const account = { email: `test-${randomUUID()}@example.com`, password: randomUUID() };
  await call('POST', '/api/auth/register', { name: 'Release test', ...account });
  writeFileSync(accountFile, JSON.stringify(account));
  writeFileSync(emailFile, account.email);
  console.log(`registered ${account.email}`);
}

async function placeOrder() {
  const signedIn = await call('POST', '/api/auth/login', JSON.parse(readFileSync(accountFile, 'utf8')));
  token = signedIn.token;
  const productId = `test-${randomUUID()}`;
  await call('POST', '/api/products', { productId, name: 'Release test', stock: 1 });
  const body = { userId: signedIn.user._id, totalAmount: 1, items: [{ productId, quantity: 1 }] };
  const { order } = await call('POST', '/api/order', body);
  console.log(`placed ${order.orderId}: ${order.status}`);
  await followUntilProcessed(order.orderId, Date.now() + patienceMs);
}

async function followUntilProcessed(orderId, until) {
  const { order } = await call('GET', `/api/order/${orderId}`);
  if (order.status === 'Processed') return console.log(`${orderId}: Processed`);
  if (order.status !== 'Pending' || Date.now() > until) throw new Error(`${orderId} is ${order.status}`);
  await pause(250);
  return followUntilProcessed(orderId, until);
}

const steps = { register, 'place-order': placeOrder };
steps[process.argv[2]]().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
