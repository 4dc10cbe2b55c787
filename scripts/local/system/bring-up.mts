// Starts what of the system does not run yet, in the order in which the parts need each other.
import { mkdirSync } from 'node:fs';
import { checkExternal } from '../backing/check-external.mts';
import { writeEnvFile } from './env-file.mts';
import type { RunFolder } from './folders.mts';
import { buildServices, installPackages } from './install.mts';
import type { BackingPart, Part, Plan } from './plan.mts';
import type { ServicePart } from './replicas.mts';
import { stopUnwittingHolders } from './port-conflicts.mts';
import { reservePorts, type Reservation } from './ports.mts';
import { migrateAll, seedCatalogue } from './prepare-data.mts';
import { runEnvFile } from './settings.mts';
import { isRunning, launchOf, startBackingPart } from './start-part.mts';
import { startServices } from './start-services.mts';
import { step } from './terminal.mts';

export interface BringUp {
  folder: RunFolder;
  plan: Plan;
  reservation: Reservation;
}

/** Backing services, packages, build and indexes: everything below the services. */
export async function bringUpBacking({ folder, plan, reservation }: BringUp): Promise<void> {
  mkdirSync(folder.data, { recursive: true });
  const packages = installPackages('services');
  if (plan.external.length > 0) {
    await packages;
    await checkExternal(plan.external, plan.env);
  }
  writeEnvFile(runEnvFile(folder), plan.env);
  const backing = missingBacking(folder, plan).map((part) => ({
    name: part.name,
    started: startWithPackages({ folder, part, packages, reservation }),
  }));
  const build = packages.then(() => step('build', 'up to date', buildServices));
  // Indexes wait for no other backing service: LocalStack is the last to be ready.
  const mongod = backing.find(({ name }) => name === 'mongod')?.started;
  const indexes = Promise.all([build, mongod]).then(() =>
    step('databases', 'indexes made', () => migrateAll(plan.env)),
  );
  await allOrFirstFailure([build, indexes, ...backing.map(({ started }) => started)]);
}

export async function bringUpServices({ folder, plan, reservation }: BringUp): Promise<void> {
  await allOrFirstFailure([
    step('catalogue', 'seeded where it was empty', () => seedCatalogue(plan.env)),
    startServices({ folder, plan, services: missingServices(folder, plan) }, reservation),
  ]);
}

/** Holds the ports of all parts that are about to be started. */
export async function reserveMissingPorts(folder: RunFolder, plan: Plan): Promise<Reservation> {
  await stopUnwittingHolders(folder, { plan, ports: portsOf(missingServices(folder, plan)) });
  return reservePorts(portsOf([...missingBacking(folder, plan), ...missingServices(folder, plan)]));
}

const portsOf = (parts: Part[]) => parts.flatMap(({ ports }) => ports);

interface StartBacking {
  folder: RunFolder;
  part: BackingPart;
  packages: Promise<void>;
  reservation: Reservation;
}

async function startWithPackages({ folder, part, packages, reservation }: StartBacking): Promise<void> {
  const launch = await launchOf(folder, part);
  // To see that MongoDB is ready takes its driver, which is one of the packages.
  if (part.name === 'mongod') await packages;
  await reservation.release(part.ports);
  await step(part.name, 'ready', () => startBackingPart(folder, { part, launch }));
}

/** Waits for all, so that nothing is left half started, and then fails with the first failure. */
async function allOrFirstFailure(work: Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(work);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

const missingBacking = (folder: RunFolder, plan: Plan) =>
  plan.parts.filter((part): part is BackingPart => part.kind === 'backing' && !isRunning(folder, part));

const missingServices = (folder: RunFolder, plan: Plan) =>
  plan.parts.filter((part): part is ServicePart => part.kind === 'service' && !isRunning(folder, part));
