import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import { createDownloads } from './downloads';

const stallMs = 100;
// More than the buffers of a connection hold.
const chunk = Buffer.alloc(1_024 * 1_024);
const chunks = 64;

/** The answer of a server to one request, which is not being read yet. */
async function ask(listener: RequestListener) {
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const asked = request({ port: (server.address() as AddressInfo).port, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { answer, stop: () => server.close() };
}

function aDownload() {
  const taken: string[] = [];
  const freed = Promise.withResolvers<undefined>();
  const place = { renew: () => undefined, free: () => freed.resolve(undefined) };
  const places = { take: (userId: string) => Promise.resolve((taken.push(userId), place)) };
  return { download: createDownloads({ places, stallMs }), taken, freed: freed.promise };
}

test('an answer that is not read breaks off and gives its place back', async () => {
  const { download, taken, freed } = aDownload();
  const ended = Promise.withResolvers<unknown>();

  const { answer, stop } = await ask((_, response) => {
    const write = () => pipeline(Readable.from(Array<Buffer>(chunks).fill(chunk)), response);
    download('ada', response as Response, write).catch(ended.resolve);
  });

  expect(await ended.promise).toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
  await freed;
  expect(taken).toEqual(['ada']);
  await expect(answer.resume().toArray()).rejects.toThrow('aborted');
  stop();
});

test('an answer that is read slowly, or whose parts are slow, is complete', async () => {
  const { download, freed } = aDownload();
  async function* parts() {
    for (let count = 0; count < 3; count += 1) {
      yield chunk;
      await wait(2 * stallMs);
    }
  }

  const { answer, stop } = await ask((_, response) => {
    void download('ada', response as Response, () => pipeline(Readable.from(parts()), response));
  });
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) length += part.length;

  expect(length).toBe(3 * chunk.length);
  await freed;
  stop();
});
