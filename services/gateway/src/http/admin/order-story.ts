import { DomainError } from '@orders/shared/errors';
import type { AdminClient } from '../../clients/admin-client';
import type { ProcessorClient } from '../../clients/processor-client';

export interface OrderStoryNeeds {
  admin: Pick<AdminClient, 'getOrderStory' | 'getReservation'>;
  processor: Pick<ProcessorClient, 'getMail'>;
}

/** One order as its three owners know it. A part whose owner is away is null and named: an outage is when it is needed. */
export async function orderStory({ admin, processor }: OrderStoryNeeds, orderId: string) {
  const missing: string[] = [];
  const orNull = async <T>(service: string, asked: Promise<T>): Promise<T | null> => {
    try {
      return await asked;
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'UNAVAILABLE') throw error;
      missing.push(service);
      return null;
    }
  };
  const [story, reservation, mail] = await Promise.all([
    admin.getOrderStory(orderId),
    orNull('inventory', admin.getReservation(orderId)),
    orNull('processor', processor.getMail(orderId)),
  ]);
  return { ...story, reservation, mail, missing };
}
