// A queue that takes every message at once and keeps none: with it the order service publishes, and nothing is settled.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const port = Number(process.env['BENCH_STAND_IN_PORT']);

// It never looks empty, so nothing is published again.
const counts = {
  ApproximateNumberOfMessages: '1',
  ApproximateNumberOfMessagesNotVisible: '0',
  ApproximateNumberOfMessagesDelayed: '0',
};

interface SentBatch {
  Entries?: { Id: string; MessageBody: string }[];
}

// The SDK compares the hash.
const toTaken = ({ Id, MessageBody }: { Id: string; MessageBody: string }) => ({
  Id,
  MessageId: Id,
  MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
});

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const target = request.headers['x-amz-target'];
    const { Entries = [] } = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as SentBatch) : {};
    const answer = String(target).endsWith('SendMessageBatch')
      ? { Successful: Entries.map(toTaken), Failed: [] }
      : { Attributes: counts };
    response.setHeader('Content-Type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify(answer));
  });
}).listen(port, '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
