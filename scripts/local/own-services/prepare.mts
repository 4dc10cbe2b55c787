// What must be there before one of our processes can run: the build, and the indexes of the databases.
import type { Variables } from '../system/env-file.mts';
import { buildServices } from '../system/install.mts';
import { migrateAll } from '../system/prepare-data.mts';
import type { ServiceName } from '../system/settings.mts';

export async function prepareServices(services: readonly ServiceName[], env: Variables): Promise<void> {
  await buildServices();
  await migrateAll(env, services);
}
