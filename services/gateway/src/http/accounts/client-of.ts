import type { Request } from 'express';
import { clientNetworkOf } from '../server/client-address';

/** What a client counts as in limits. */
export const clientOf = (request: Request): string => clientNetworkOf(request.ip ?? 'unknown');
