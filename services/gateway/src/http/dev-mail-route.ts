import type { DevMailbox } from '../clients/dev-mailbox';
import { routeNotFound } from './server/failures';
import { defineRoute, type Route } from './server/route';
import { mailQuery, mailsAnswer } from './dev-mail-schemas';
import { defaultPageSize } from './server/page';

export interface DevMailRouteNeeds {
  /** Absent in production and without LocalStack: then nothing is at this address. */
  readMails: DevMailbox | undefined;
}

/** The mails of a development system, for everyone to see. */
export const devMailRoute = ({ readMails }: DevMailRouteNeeds): Route =>
  defineRoute({
    method: 'get',
    path: '/api/dev/mails',
    tag: 'Development',
    summary: 'Mails that LocalStack took, newest first',
    description: 'Only in development against LocalStack; elsewhere there is nothing at this address.',
    access: 'anyone',
    query: mailQuery,
    success: { status: 200, description: 'The mails.', schema: mailsAnswer },
    failures: ['NOT_FOUND'],
    handle: async ({ query: { limit = defaultPageSize, orderId } }) => {
      if (!readMails) throw routeNotFound();
      const mails = await readMails({ limit, ...(orderId !== undefined && { orderId }) });
      return { status: 200, body: { mails } };
    },
  });
