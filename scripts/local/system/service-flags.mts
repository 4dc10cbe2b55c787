// Options of node for every service.

/**
 * Node lets the space of old objects grow with the load and leaves it so. With these a service takes about 200 MiB under full
 * load: old objects are collected once they have grown by half, not by several times. The space of young ones is as large as
 * node makes it, for what lives as long as a request must not be copied from a smaller one several times.
 */
export const serviceFlags = ['--max-semi-space-size=16', '--initial-old-space-size=32', '--heap-growing-percent=50'];
