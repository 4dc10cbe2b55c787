import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Call } from './rest.mts';
import { verifyAddress } from './verify-address.mts';

const mailTo = (address: string, token: string) => ({
  Source: 'orders@example.com',
  Destination: { ToAddresses: [address] },
  Body: { text_part: `Open https://shop.example/#verify-email?token=${token} please.` },
});

test('the token of the mail that was asked for verifies the address, not an older one, and not that of another', async () => {
  const messages = [mailTo('ann@example.com', 'old'), mailTo('bob@example.com', 'bobs')];
  const localStack = createServer((_request, response) => response.end(JSON.stringify({ messages })));
  await new Promise<void>((resolve) => localStack.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(localStack.address() as AddressInfo).port}`;
  const calls: Call[] = [];
  const rest = (call: Call) => {
    calls.push(call);
    const isResend = call.path.endsWith('/resend');
    if (isResend) messages.push(mailTo('bob@example.com', 'bobs-new'), mailTo('ann@example.com', 'new_-1'));
    return Promise.resolve({ status: isResend ? 202 : 200, body: {} });
  };

  await verifyAddress(rest, { email: 'ann@example.com', token: 'anns', endpoint });

  localStack.close();
  assert.deepEqual(calls, [
    { method: 'POST', path: '/api/auth/verify-email/resend', token: 'anns' },
    { method: 'POST', path: '/api/auth/verify-email', body: { token: 'new_-1' } },
  ]);
});
