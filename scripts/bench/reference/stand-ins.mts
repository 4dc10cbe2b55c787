// A queue that takes every message and gives none out, and a collector that keeps no span: only the services pay for them.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

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
    if (request.url?.startsWith('/v1/') === true) return response.end();
    const { Entries = [] } = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as SentBatch) : {};
    const isBatch = String(request.headers['x-amz-target']).endsWith('SendMessageBatch');
    response.setHeader('Content-Type', 'application/x-amz-json-1.0');
    return response.end(
      JSON.stringify(isBatch ? { Successful: Entries.map(toTaken), Failed: [] } : { Attributes: counts }),
    );
  });
}).listen(Number(process.env['BENCH_STAND_IN_PORT']), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
