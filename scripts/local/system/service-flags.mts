// Options of node for every service.

/**
 * Node lets the spaces of young and of old objects grow with the load and leaves them so. With these a service takes about
 * 150 MiB under full load: old ones are collected once they have grown by half, not by several times. It costs a few percent
 * of its processor time.
 */
export const serviceFlags = ['--max-semi-space-size=4', '--initial-old-space-size=32', '--heap-growing-percent=50'];
