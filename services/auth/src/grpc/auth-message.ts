import type { Role as RoleMessage } from '@orders/proto/auth/v1/Role';
import type { Session as SessionMessage } from '@orders/proto/auth/v1/Session';
import type { User as UserMessage } from '@orders/proto/auth/v1/User';
import { accessTokenSeconds, refreshTokenSeconds, type Session } from '../domain/session';
import type { Role, User } from '../domain/user';

const roleMessages: Record<Role, RoleMessage> = { user: 'ROLE_USER', admin: 'ROLE_ADMIN' };

export const toUserMessage = ({ userId, name, email, role }: User): UserMessage => ({
  userId,
  name,
  email,
  role: roleMessages[role],
});

export const toSessionMessage = ({ user, accessToken, refreshToken }: Session): SessionMessage => ({
  user: toUserMessage(user),
  accessToken,
  refreshToken,
  expiresInSeconds: accessTokenSeconds,
  refreshExpiresInSeconds: refreshTokenSeconds,
});
