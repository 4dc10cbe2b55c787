import type { Role as RoleMessage } from '@orders/proto/auth/v1/Role';
import type { User as UserMessage } from '@orders/proto/auth/v1/User';
import { toTimestamp } from '@orders/shared/timestamp';
import type { Role, User } from '../domain/user';

const roleMessages: Record<Role, RoleMessage> = { user: 'ROLE_USER', admin: 'ROLE_ADMIN' };

export const toUserMessage = ({ userId, name, email, emailVerified, role, createdAt }: User): UserMessage => ({
  userId,
  name,
  email,
  emailVerified,
  role: roleMessages[role],
  createdAt: toTimestamp(createdAt),
});
