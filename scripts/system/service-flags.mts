// Options of node for every service.

/**
 * Node lets the space of young objects grow with the load to some 50 MB and leaves it so. With 2 MiB a service keeps within
 * 150 MiB under full load; collecting more often costs a few percent of its processor time.
 */
export const serviceFlags = ['--max-semi-space-size=2'];
