// Original file: proto/orderplacing/auth/v1/auth.proto

/**
 * Role is what an account may do.
 */
export const Role = {
  ROLE_UNSPECIFIED: 'ROLE_UNSPECIFIED',
  ROLE_USER: 'ROLE_USER',
  ROLE_ADMIN: 'ROLE_ADMIN',
} as const;

/**
 * Role is what an account may do.
 */
export type Role =
  | 'ROLE_UNSPECIFIED'
  | 0
  | 'ROLE_USER'
  | 1
  | 'ROLE_ADMIN'
  | 2

/**
 * Role is what an account may do.
 */
export type RoleOutput = typeof Role[keyof typeof Role]
