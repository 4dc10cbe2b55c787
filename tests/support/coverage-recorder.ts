import { once } from 'node:events';

interface FunctionCoverage {
  functionName: string;
  ranges: { startOffset: number; endOffset: number; count: number }[];
}

interface ScriptCoverage {
  url: string;
  functions: FunctionCoverage[];
}

/** Connects to the inspector of a process on this port and records which of our source files run. */
export async function createCoverageRecorder(port: string) {
  const targets = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await targets.json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error(`nothing to inspect on port ${port}`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');

  let lastId = 0;
  const call = <Result>(method: string, params: object = {}) =>
    new Promise<Result>((resolve, reject) => {
      const id = (lastId += 1);
      const onMessage = ({ data }: MessageEvent) => {
        const message = JSON.parse(String(data)) as { id?: number; result: Result; error?: { message: string } };
        if (message.id !== id) return;
        socket.removeEventListener('message', onMessage);
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result);
      };
      socket.addEventListener('message', onMessage);
      socket.send(JSON.stringify({ id, method, params }));
    });

  await call('Profiler.enable');
  await call('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return {
    /** The files, as `services/order/src/...ts`, of which a function ran since the last call. */
    takeFiles: async (): Promise<string[]> => {
      const { result } = await call<{ result: ScriptCoverage[] }>('Profiler.takePreciseCoverage');
      return result.filter(hasRun).flatMap(({ url }) => sourceOf(url) ?? []);
    },
    close: () => socket.close(),
  };
}

// The function of a whole module runs when it is loaded, which says nothing about a request.
const hasRun = ({ functions }: ScriptCoverage) =>
  functions.some(({ ranges: [range] }) => range !== undefined && range.count > 0 && range.startOffset > 0);

const sourceOf = (url: string) => {
  const [, workspace, file] = /\/((?:services\/[a-z]+|proto))\/dist\/(.*)\.js$/.exec(url) ?? [];
  return file === undefined ? undefined : `${workspace}/src/${file}.ts`;
};
