import { sendRequest, type RequestOptions } from './request';
import { freePorts } from './free-ports';
import { startService, type Variables } from './service-process';
import { logFileOf } from './system';
import { variablesOf, type Replica, type SystemLayout } from './system-layout';

/** One more gateway in front of a system that runs, with settings of its own. */
export async function startGateway(layout: SystemLayout, variables: Variables) {
  const [port = '', metricsPort = ''] = await freePorts(2);
  const replica: Replica = { name: `gateway-at-${port}`, service: 'gateway', port, metricsPort, env: variables };
  const env = variablesOf(layout, replica);
  const process = await startService({
    service: 'gateway',
    env,
    metricsPort,
    logFile: logFileOf(layout, replica.name),
  });
  return {
    rest: (path: string, options?: RequestOptions) => sendRequest(`http://127.0.0.1:${port}`, path, options),
    stop: process.terminate,
  };
}

export type Gateway = Awaited<ReturnType<typeof startGateway>>;
