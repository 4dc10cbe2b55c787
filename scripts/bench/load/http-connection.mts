// One keep-alive connection that speaks as little HTTP as the load needs: a cheap client leaves the processors to the servers.
import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  status: number;
  /** The header lines as they came. */
  head: string;
}

const endOfHead = '\r\n\r\n';

/** Opens the connection; each request is sent once the answer before it has come. */
export async function openConnection(port: number) {
  const socket = await open(port);
  let received: Buffer = Buffer.alloc(0);
  let settle: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | undefined;

  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = wholeAnswer(received);
    if (!answer) return;
    received = Buffer.alloc(0);
    settle?.resolve(answer);
  });
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('the server closed the connection')));

  return {
    send: (request: string): Promise<HttpAnswer> =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

export type HttpConnection = Awaited<ReturnType<typeof openConnection>>;

const open = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });

/** The answer once all of it is there; our servers say how long each body is. */
function wholeAnswer(received: Buffer): HttpAnswer | undefined {
  const headLength = received.indexOf(endOfHead);
  if (headLength < 0) return undefined;
  const head = received.toString('latin1', 0, headLength);
  const [, length = '0'] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  if (received.length < headLength + endOfHead.length + Number(length)) return undefined;
  return { status: Number(head.slice(9, 12)), head };
}
