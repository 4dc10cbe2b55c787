// Starts services side by side, each on ports that were held for it until then.
import { lastLogLines } from './background.mts';
import type { RunFolder } from './folders.mts';
import type { Plan } from './plan.mts';
import { stopUnwittingHolders } from './port-conflicts.mts';
import { reservePorts, type Reservation } from './ports.mts';
import type { ServicePart } from './replicas.mts';
import { startService } from './start-part.mts';
import { say, step } from './terminal.mts';

export interface StartServices {
  folder: RunFolder;
  plan: Plan;
  services: ServicePart[];
}

/** Starts all of them; one that lost its port to an outgoing connection meanwhile is started again. */
export async function startServices(
  { folder, plan, services }: StartServices,
  reservation?: Reservation,
  attemptsLeft = 3,
): Promise<void> {
  const reserved = reservation ?? (await reservePorts(services.flatMap(({ ports }) => ports)));
  const outcomes = await Promise.allSettled(services.map((part) => startOne({ folder, plan, part, reserved })));
  const failures = services.flatMap((part, index) => {
    const outcome = outcomes[index];
    return outcome?.status === 'rejected' ? [{ part, reason: outcome.reason as Error }] : [];
  });
  const decisive = failures.find(({ part }) => attemptsLeft === 1 || !hasLostPort(folder, part));
  if (decisive !== undefined) throw decisive.reason;
  if (failures.length > 0)
    await startAgain({ folder, plan, services: failures.map(({ part }) => part) }, attemptsLeft - 1);
}

async function startOne({
  folder,
  plan,
  part,
  reserved,
}: Omit<StartServices, 'services'> & { part: ServicePart; reserved: Reservation }) {
  await step(part.name, 'ready', async () => {
    await reserved.release(part.ports);
    await startService(folder, part, plan.env);
  });
}

const hasLostPort = (folder: RunFolder, { name }: ServicePart) => lastLogLines(folder, name).includes('EADDRINUSE');

async function startAgain({ folder, plan, services }: StartServices, attemptsLeft: number): Promise<void> {
  const ports = services.flatMap((part) => part.ports);
  const holders = await stopUnwittingHolders(folder, { plan, ports });
  for (const { name } of services) say(name, 'again, for a connection had got its port');
  await startServices({ folder, plan, services: [...services, ...holders] }, undefined, attemptsLeft);
}
