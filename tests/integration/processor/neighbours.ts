import { randomBytes, randomUUID } from 'node:crypto';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { AuthService, InventoryService, OrderService } from '@orders/proto';
import { createUnary } from '@orders/shared/grpc-unary';
import { toTimestamp } from '@orders/shared/timestamp';
import { silentLog } from '../../support/test-database';

type Status = 'PENDING' | 'PROCESSED' | 'FAILED' | 'CANCELLED';

interface StoredOrder {
  createdAt: Date;
  updatedAt: Date;
  userId: string;
  status: Status;
  reservation: 'HELD' | 'COMMITTED' | 'RELEASED';
}

export interface OrderFacts {
  status?: Status;
  reservation?: StoredOrder['reservation'];
  email?: string;
  orderId?: string;
}

/** Inventory, order and auth as the processor meets them: small, in memory, on one real gRPC port. */
export async function startNeighbours() {
  const orders = new Map<string, StoredOrder>();
  const emails = new Map<string, string>();
  const accounts: AccountFacts = { mails: [], erasedUserIds: [], unwanted: new Set(), issued: [], admins: new Set() };
  const broken = new Set<string>();
  let port = 0;
  let server = await listen(0);

  async function listen(onPort: number): Promise<Server> {
    const next = new Server();
    next.addService(InventoryService.service, { Commit: commitHandler(orders, broken) });
    next.addService(OrderService.service, orderHandlers(orders));
    next.addService(AuthService.service, {
      GetUsers: usersHandler(emails),
      ...accountHandlers(accounts, emails),
    });
    port = await new Promise<number>((resolve, reject) => {
      next.bindAsync(`127.0.0.1:${String(onPort)}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error) reject(error);
        else resolve(bound);
      });
    });
    return next;
  }

  return {
    address: () => `127.0.0.1:${String(port)}`,
    /** An order that was placed and waits to be settled, or stands as the test says; answers its id. */
    place: ({ status = 'PENDING', reservation = 'HELD', email, orderId = randomUUID() }: OrderFacts = {}): string => {
      const userId = randomBytes(12).toString('hex');
      const at = new Date();
      orders.set(orderId, { userId, status, reservation, createdAt: at, updatedAt: at });
      emails.set(userId, email ?? `${userId}@example.com`);
      return orderId;
    },
    /** A user with an account. */
    anAccount: (email: string): string => {
      const userId = randomBytes(12).toString('hex');
      emails.set(userId, email);
      return userId;
    },
    /** A user who is an admin, until taken out of `accounts.admins`. */
    anAdmin: (email: string): string => {
      const userId = randomBytes(12).toString('hex');
      emails.set(userId, email);
      accounts.admins.add(userId);
      return userId;
    },
    /** What auth has to tell the processor. */
    accounts,
    eraseAccount: (userId: string) => {
      emails.delete(userId);
      accounts.erasedUserIds.push(userId);
    },
    /** Erases the account of an order's buyer. */
    forgetBuyer: (orderId: string) => emails.delete(orders.get(orderId)?.userId ?? ''),
    statusOf: (orderId: string) => orders.get(orderId)?.status,
    reservationOf: (orderId: string) => orders.get(orderId)?.reservation,
    emailOf: (orderId: string) => emails.get(orders.get(orderId)?.userId ?? ''),
    /** Makes Commit fail, in a way that is no outage, whenever this order is in its batch. */
    breakOrder: (orderId: string) => broken.add(orderId),
    mendOrder: (orderId: string) => broken.delete(orderId),
    goAway: () => server.forceShutdown(),
    comeBack: async () => {
      server = await listen(port);
    },
    stop: () => server.forceShutdown(),
  };
}

export type Neighbours = Awaited<ReturnType<typeof startNeighbours>>;

export interface AccountMail {
  mailId: string;
  userId: string;
  kind:
    | 'ACCOUNT_MAIL_KIND_VERIFY_EMAIL'
    | 'ACCOUNT_MAIL_KIND_RESET_PASSWORD'
    | 'ACCOUNT_MAIL_KIND_PASSWORD_CHANGED'
    | 'ACCOUNT_MAIL_KIND_WEBHOOK_DISABLED';
}

export interface AccountFacts {
  mails: AccountMail[];
  erasedUserIds: string[];
  /** Mails that were replaced. */
  unwanted: Set<string>;
  /** For which mails a token was issued. */
  issued: string[];
  admins: Set<string>;
}

const unary = createUnary(silentLog);

const accountHandlers = (accounts: AccountFacts, emails: Map<string, string>) => ({
  ListAccountEvents: unary(() => Promise.resolve({ mails: accounts.mails, erasedUserIds: accounts.erasedUserIds })),
  AcknowledgeAccountEvents: unary((done: Pick<AccountFacts, 'mails' | 'erasedUserIds'>) => {
    accounts.mails = accounts.mails.filter(({ mailId }) => !done.mails.some((mail) => mail.mailId === mailId));
    accounts.erasedUserIds = accounts.erasedUserIds.filter((userId) => !done.erasedUserIds.includes(userId));
    return Promise.resolve({});
  }),
  ListAdmins: unary(() => Promise.resolve({ userIds: [...accounts.admins] })),
  IssueAccountMail: unary(({ mail }: { mail: AccountMail }) => {
    const email = emails.get(mail.userId);
    if (email === undefined) return Promise.resolve({ token: '', erased: true });
    const isToAdmin = mail.kind === 'ACCOUNT_MAIL_KIND_WEBHOOK_DISABLED';
    if (isToAdmin && !accounts.admins.has(mail.userId)) return Promise.resolve({ token: '', erased: false });
    if (accounts.unwanted.has(mail.mailId)) return Promise.resolve({ token: '', erased: false });
    accounts.issued.push(mail.mailId);
    const user = { userId: mail.userId, name: 'Ada', email };
    return Promise.resolve({ user, token: `token-of-${mail.mailId}`, erased: false });
  }),
});

const commitHandler = (orders: Map<string, StoredOrder>, broken: Set<string>) =>
  unary(({ orderIds }: { orderIds: string[] }) => {
    if (orderIds.some((orderId) => broken.has(orderId))) return Promise.reject(new Error('a defect'));
    const outcomes = orderIds.map((orderId) => {
      const order = orders.get(orderId);
      if (!order) return 'COMMIT_OUTCOME_NOT_HELD';
      if (order.reservation === 'RELEASED') return 'COMMIT_OUTCOME_RELEASED';
      order.reservation = 'COMMITTED';
      return 'COMMIT_OUTCOME_COMMITTED';
    });
    return Promise.resolve({ outcomes });
  });

const orderHandlers = (orders: Map<string, StoredOrder>) => ({
  SettleOrders: unary(({ orderIds }: { orderIds: string[] }) => {
    const results = orderIds.map((orderId) => {
      const order = orders.get(orderId);
      if (order?.status === 'PENDING') Object.assign(order, { status: 'PROCESSED', updatedAt: new Date() });
      return { status: `ORDER_STATUS_${order?.status ?? 'UNSPECIFIED'}` };
    });
    return Promise.resolve({ results });
  }),
  GetOrders: unary(({ orderIds }: { orderIds: string[] }) => {
    const found = orderIds.flatMap((orderId) => {
      const order = orders.get(orderId);
      if (!order) return [];
      const items = [{ productId: 'prod1', quantity: 3 }];
      const { userId, status } = order;
      const times = { createdAt: toTimestamp(order.createdAt), updatedAt: toTimestamp(order.updatedAt) };
      return [{ orderId, userId, items, totalAmount: 3, status: `ORDER_STATUS_${status}`, ...times }];
    });
    return Promise.resolve({ orders: found });
  }),
});

const usersHandler = (emails: Map<string, string>) =>
  unary(({ userIds }: { userIds: string[] }) => {
    const users = userIds
      .filter((userId) => emails.has(userId))
      .map((userId) => ({ userId, name: 'Ada', email: emails.get(userId), role: 'ROLE_USER' }));
    return Promise.resolve({ users });
  });
