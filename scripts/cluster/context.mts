// Which cluster the tests may touch, and how images and requests get there.

export interface Context {
  name: string;
  /** Address of its API server. */
  server: string;
}

const localNames = /^(kind-|k3d-|minikube$|docker-desktop$|orbstack$)/;
const localServers = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/;

/** Why the tests must not touch this cluster, or undefined. */
export function refusalOf({ name, server }: Context, allowed: string | undefined): string | undefined {
  if (allowed !== undefined && allowed !== '') {
    return allowed === name ? undefined : `CLUSTER_TEST_CONTEXT is ${allowed}, but the current context is ${name}.`;
  }
  if (localNames.test(name) || localServers.test(server)) return undefined;
  return `The context ${name} (${server}) is not a local cluster. To test there all the same: CLUSTER_TEST_CONTEXT=${name}`;
}

/** The command that brings images into the cluster; its last arguments are the images. Empty where the cluster has those of the host, undefined where no way is known. */
export function loadCommandOf({ name }: Context, given: string | undefined): string[] | undefined {
  if (given !== undefined && given !== '') return given.split(' ');
  if (name.startsWith('kind-')) return ['kind', 'load', 'docker-image', '--name', name.slice('kind-'.length)];
  if (name.startsWith('k3d-')) return ['k3d', 'image', 'import', '--cluster', name.slice('k3d-'.length)];
  if (name === 'minikube') return ['minikube', 'image', 'load'];
  return ['docker-desktop', 'orbstack'].includes(name) ? [] : undefined;
}

/** What to do where no way is known. */
export const noWayToLoad = ({ name }: Context) =>
  `No way is known to bring images into the cluster of the context ${name} (kind, k3d, minikube, Docker Desktop and OrbStack are known).
Name the command that takes images as its last arguments: CLUSTER_LOAD=./load.sh make cluster-test
or images that are there already: IMAGE_PREFIX=registry/order-placing- IMAGE_TAG=1.2.3 make cluster-test`;
