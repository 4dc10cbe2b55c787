// Gets back ports that outgoing connections of our own processes were given.
import { runningPid, stopBackground } from './background.mts';
import type { RunFolder } from './folders.mts';
import type { Plan } from './plan.mts';
import { useOfPort } from './port-holder.mts';
import type { Port } from './ports.mts';
import type { ServicePart } from './replicas.mts';

/** Stops the services that hold one of these ports without listening on it, and answers them: they are to start again. */
export async function stopUnwittingHolders(
  folder: RunFolder,
  { plan, ports }: { plan: Plan; ports: Port[] },
): Promise<ServicePart[]> {
  const stopped: ServicePart[] = [];
  for (const { port } of ports) {
    const use = useOfPort(port);
    if (use?.isListening !== false || use.holder === undefined) continue;
    const { pid } = use.holder;
    const part = plan.parts.find(({ name }) => runningPid(folder, name) === pid);
    if (part?.kind !== 'service') continue;
    await stopBackground(folder, part.name);
    stopped.push(part);
  }
  return stopped;
}
