// Original file: proto/orderplacing/auth/v1/auth.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { EndAllSessionsRequest as _orderplacing_auth_v1_EndAllSessionsRequest, EndAllSessionsRequestOutput as _orderplacing_auth_v1_EndAllSessionsRequestOutput } from '../../../orderplacing/auth/v1/EndAllSessionsRequest';
import type { EndAllSessionsResponse as _orderplacing_auth_v1_EndAllSessionsResponse, EndAllSessionsResponseOutput as _orderplacing_auth_v1_EndAllSessionsResponseOutput } from '../../../orderplacing/auth/v1/EndAllSessionsResponse';
import type { EndSessionRequest as _orderplacing_auth_v1_EndSessionRequest, EndSessionRequestOutput as _orderplacing_auth_v1_EndSessionRequestOutput } from '../../../orderplacing/auth/v1/EndSessionRequest';
import type { EndSessionResponse as _orderplacing_auth_v1_EndSessionResponse, EndSessionResponseOutput as _orderplacing_auth_v1_EndSessionResponseOutput } from '../../../orderplacing/auth/v1/EndSessionResponse';
import type { GetUsersRequest as _orderplacing_auth_v1_GetUsersRequest, GetUsersRequestOutput as _orderplacing_auth_v1_GetUsersRequestOutput } from '../../../orderplacing/auth/v1/GetUsersRequest';
import type { GetUsersResponse as _orderplacing_auth_v1_GetUsersResponse, GetUsersResponseOutput as _orderplacing_auth_v1_GetUsersResponseOutput } from '../../../orderplacing/auth/v1/GetUsersResponse';
import type { ListKeysRequest as _orderplacing_auth_v1_ListKeysRequest, ListKeysRequestOutput as _orderplacing_auth_v1_ListKeysRequestOutput } from '../../../orderplacing/auth/v1/ListKeysRequest';
import type { ListKeysResponse as _orderplacing_auth_v1_ListKeysResponse, ListKeysResponseOutput as _orderplacing_auth_v1_ListKeysResponseOutput } from '../../../orderplacing/auth/v1/ListKeysResponse';
import type { ListSessionsRequest as _orderplacing_auth_v1_ListSessionsRequest, ListSessionsRequestOutput as _orderplacing_auth_v1_ListSessionsRequestOutput } from '../../../orderplacing/auth/v1/ListSessionsRequest';
import type { ListSessionsResponse as _orderplacing_auth_v1_ListSessionsResponse, ListSessionsResponseOutput as _orderplacing_auth_v1_ListSessionsResponseOutput } from '../../../orderplacing/auth/v1/ListSessionsResponse';
import type { LoginRequest as _orderplacing_auth_v1_LoginRequest, LoginRequestOutput as _orderplacing_auth_v1_LoginRequestOutput } from '../../../orderplacing/auth/v1/LoginRequest';
import type { LoginResponse as _orderplacing_auth_v1_LoginResponse, LoginResponseOutput as _orderplacing_auth_v1_LoginResponseOutput } from '../../../orderplacing/auth/v1/LoginResponse';
import type { LogoutRequest as _orderplacing_auth_v1_LogoutRequest, LogoutRequestOutput as _orderplacing_auth_v1_LogoutRequestOutput } from '../../../orderplacing/auth/v1/LogoutRequest';
import type { LogoutResponse as _orderplacing_auth_v1_LogoutResponse, LogoutResponseOutput as _orderplacing_auth_v1_LogoutResponseOutput } from '../../../orderplacing/auth/v1/LogoutResponse';
import type { RefreshRequest as _orderplacing_auth_v1_RefreshRequest, RefreshRequestOutput as _orderplacing_auth_v1_RefreshRequestOutput } from '../../../orderplacing/auth/v1/RefreshRequest';
import type { RefreshResponse as _orderplacing_auth_v1_RefreshResponse, RefreshResponseOutput as _orderplacing_auth_v1_RefreshResponseOutput } from '../../../orderplacing/auth/v1/RefreshResponse';
import type { RegisterRequest as _orderplacing_auth_v1_RegisterRequest, RegisterRequestOutput as _orderplacing_auth_v1_RegisterRequestOutput } from '../../../orderplacing/auth/v1/RegisterRequest';
import type { RegisterResponse as _orderplacing_auth_v1_RegisterResponse, RegisterResponseOutput as _orderplacing_auth_v1_RegisterResponseOutput } from '../../../orderplacing/auth/v1/RegisterResponse';

/**
 * AuthService knows who someone is: accounts, sessions and the keys that sign access tokens.
 */
export interface AuthServiceClient extends grpc.Client {
  /**
   * EndAllSessions ends every session of a user; none is no error.
   */
  EndAllSessions(argument: _orderplacing_auth_v1_EndAllSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EndAllSessionsResponseOutput>): grpc.ClientUnaryCall;
  EndAllSessions(argument: _orderplacing_auth_v1_EndAllSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_EndAllSessionsResponseOutput>): grpc.ClientUnaryCall;
  EndAllSessions(argument: _orderplacing_auth_v1_EndAllSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EndAllSessionsResponseOutput>): grpc.ClientUnaryCall;
  EndAllSessions(argument: _orderplacing_auth_v1_EndAllSessionsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_EndAllSessionsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * EndAllSessions ends every session of a user; none is no error.
   */
  endAllSessions(argument: _orderplacing_auth_v1_EndAllSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EndAllSessionsResponseOutput>): grpc.ClientUnaryCall;
  endAllSessions(argument: _orderplacing_auth_v1_EndAllSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_EndAllSessionsResponseOutput>): grpc.ClientUnaryCall;
  endAllSessions(argument: _orderplacing_auth_v1_EndAllSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EndAllSessionsResponseOutput>): grpc.ClientUnaryCall;
  endAllSessions(argument: _orderplacing_auth_v1_EndAllSessionsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_EndAllSessionsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * EndSession ends one session of a user.
   * 
   * Errors:
   * - NOT_FOUND (NOT_FOUND): the user has no such session, or it has ended.
   */
  EndSession(argument: _orderplacing_auth_v1_EndSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EndSessionResponseOutput>): grpc.ClientUnaryCall;
  EndSession(argument: _orderplacing_auth_v1_EndSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_EndSessionResponseOutput>): grpc.ClientUnaryCall;
  EndSession(argument: _orderplacing_auth_v1_EndSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EndSessionResponseOutput>): grpc.ClientUnaryCall;
  EndSession(argument: _orderplacing_auth_v1_EndSessionRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_EndSessionResponseOutput>): grpc.ClientUnaryCall;
  /**
   * EndSession ends one session of a user.
   * 
   * Errors:
   * - NOT_FOUND (NOT_FOUND): the user has no such session, or it has ended.
   */
  endSession(argument: _orderplacing_auth_v1_EndSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EndSessionResponseOutput>): grpc.ClientUnaryCall;
  endSession(argument: _orderplacing_auth_v1_EndSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_EndSessionResponseOutput>): grpc.ClientUnaryCall;
  endSession(argument: _orderplacing_auth_v1_EndSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EndSessionResponseOutput>): grpc.ClientUnaryCall;
  endSession(argument: _orderplacing_auth_v1_EndSessionRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_EndSessionResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetUsers answers the accounts of the given ids that exist, in any order; at most 1,000 ids.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): too many ids.
   */
  GetUsers(argument: _orderplacing_auth_v1_GetUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_GetUsersResponseOutput>): grpc.ClientUnaryCall;
  GetUsers(argument: _orderplacing_auth_v1_GetUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_GetUsersResponseOutput>): grpc.ClientUnaryCall;
  GetUsers(argument: _orderplacing_auth_v1_GetUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_GetUsersResponseOutput>): grpc.ClientUnaryCall;
  GetUsers(argument: _orderplacing_auth_v1_GetUsersRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_GetUsersResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetUsers answers the accounts of the given ids that exist, in any order; at most 1,000 ids.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): too many ids.
   */
  getUsers(argument: _orderplacing_auth_v1_GetUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_GetUsersResponseOutput>): grpc.ClientUnaryCall;
  getUsers(argument: _orderplacing_auth_v1_GetUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_GetUsersResponseOutput>): grpc.ClientUnaryCall;
  getUsers(argument: _orderplacing_auth_v1_GetUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_GetUsersResponseOutput>): grpc.ClientUnaryCall;
  getUsers(argument: _orderplacing_auth_v1_GetUsersRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_GetUsersResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListKeys answers the public keys that access tokens may be signed with.
   */
  ListKeys(argument: _orderplacing_auth_v1_ListKeysRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListKeysResponseOutput>): grpc.ClientUnaryCall;
  ListKeys(argument: _orderplacing_auth_v1_ListKeysRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListKeysResponseOutput>): grpc.ClientUnaryCall;
  ListKeys(argument: _orderplacing_auth_v1_ListKeysRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListKeysResponseOutput>): grpc.ClientUnaryCall;
  ListKeys(argument: _orderplacing_auth_v1_ListKeysRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListKeysResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListKeys answers the public keys that access tokens may be signed with.
   */
  listKeys(argument: _orderplacing_auth_v1_ListKeysRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListKeysResponseOutput>): grpc.ClientUnaryCall;
  listKeys(argument: _orderplacing_auth_v1_ListKeysRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListKeysResponseOutput>): grpc.ClientUnaryCall;
  listKeys(argument: _orderplacing_auth_v1_ListKeysRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListKeysResponseOutput>): grpc.ClientUnaryCall;
  listKeys(argument: _orderplacing_auth_v1_ListKeysRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListKeysResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListSessions answers the sessions of a user that have not ended, last used first; at most 100.
   */
  ListSessions(argument: _orderplacing_auth_v1_ListSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListSessionsResponseOutput>): grpc.ClientUnaryCall;
  ListSessions(argument: _orderplacing_auth_v1_ListSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListSessionsResponseOutput>): grpc.ClientUnaryCall;
  ListSessions(argument: _orderplacing_auth_v1_ListSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListSessionsResponseOutput>): grpc.ClientUnaryCall;
  ListSessions(argument: _orderplacing_auth_v1_ListSessionsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListSessionsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListSessions answers the sessions of a user that have not ended, last used first; at most 100.
   */
  listSessions(argument: _orderplacing_auth_v1_ListSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListSessionsResponseOutput>): grpc.ClientUnaryCall;
  listSessions(argument: _orderplacing_auth_v1_ListSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListSessionsResponseOutput>): grpc.ClientUnaryCall;
  listSessions(argument: _orderplacing_auth_v1_ListSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListSessionsResponseOutput>): grpc.ClientUnaryCall;
  listSessions(argument: _orderplacing_auth_v1_ListSessionsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListSessionsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * Login signs an account in.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): unknown address or wrong password; both get the same answer in the same time.
   */
  Login(argument: _orderplacing_auth_v1_LoginRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_LoginResponseOutput>): grpc.ClientUnaryCall;
  Login(argument: _orderplacing_auth_v1_LoginRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_LoginResponseOutput>): grpc.ClientUnaryCall;
  Login(argument: _orderplacing_auth_v1_LoginRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_LoginResponseOutput>): grpc.ClientUnaryCall;
  Login(argument: _orderplacing_auth_v1_LoginRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_LoginResponseOutput>): grpc.ClientUnaryCall;
  /**
   * Login signs an account in.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): unknown address or wrong password; both get the same answer in the same time.
   */
  login(argument: _orderplacing_auth_v1_LoginRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_LoginResponseOutput>): grpc.ClientUnaryCall;
  login(argument: _orderplacing_auth_v1_LoginRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_LoginResponseOutput>): grpc.ClientUnaryCall;
  login(argument: _orderplacing_auth_v1_LoginRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_LoginResponseOutput>): grpc.ClientUnaryCall;
  login(argument: _orderplacing_auth_v1_LoginRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_LoginResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * Logout revokes the family of a refresh token; an unknown token is no error.
   */
  Logout(argument: _orderplacing_auth_v1_LogoutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_LogoutResponseOutput>): grpc.ClientUnaryCall;
  Logout(argument: _orderplacing_auth_v1_LogoutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_LogoutResponseOutput>): grpc.ClientUnaryCall;
  Logout(argument: _orderplacing_auth_v1_LogoutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_LogoutResponseOutput>): grpc.ClientUnaryCall;
  Logout(argument: _orderplacing_auth_v1_LogoutRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_LogoutResponseOutput>): grpc.ClientUnaryCall;
  /**
   * Logout revokes the family of a refresh token; an unknown token is no error.
   */
  logout(argument: _orderplacing_auth_v1_LogoutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_LogoutResponseOutput>): grpc.ClientUnaryCall;
  logout(argument: _orderplacing_auth_v1_LogoutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_LogoutResponseOutput>): grpc.ClientUnaryCall;
  logout(argument: _orderplacing_auth_v1_LogoutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_LogoutResponseOutput>): grpc.ClientUnaryCall;
  logout(argument: _orderplacing_auth_v1_LogoutRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_LogoutResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * Refresh exchanges a refresh token for a new pair; within 10 s of its first use a used one gets another pair.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_REFRESH_TOKEN): unknown, expired, revoked, or used before; then its family is revoked.
   */
  Refresh(argument: _orderplacing_auth_v1_RefreshRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RefreshResponseOutput>): grpc.ClientUnaryCall;
  Refresh(argument: _orderplacing_auth_v1_RefreshRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_RefreshResponseOutput>): grpc.ClientUnaryCall;
  Refresh(argument: _orderplacing_auth_v1_RefreshRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RefreshResponseOutput>): grpc.ClientUnaryCall;
  Refresh(argument: _orderplacing_auth_v1_RefreshRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_RefreshResponseOutput>): grpc.ClientUnaryCall;
  /**
   * Refresh exchanges a refresh token for a new pair; within 10 s of its first use a used one gets another pair.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_REFRESH_TOKEN): unknown, expired, revoked, or used before; then its family is revoked.
   */
  refresh(argument: _orderplacing_auth_v1_RefreshRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RefreshResponseOutput>): grpc.ClientUnaryCall;
  refresh(argument: _orderplacing_auth_v1_RefreshRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_RefreshResponseOutput>): grpc.ClientUnaryCall;
  refresh(argument: _orderplacing_auth_v1_RefreshRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RefreshResponseOutput>): grpc.ClientUnaryCall;
  refresh(argument: _orderplacing_auth_v1_RefreshRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_RefreshResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * Register makes an account and signs it in.
   * 
   * Errors:
   * - ALREADY_EXISTS (EMAIL_TAKEN): the address, compared without regard to case, has an account.
   */
  Register(argument: _orderplacing_auth_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RegisterResponseOutput>): grpc.ClientUnaryCall;
  Register(argument: _orderplacing_auth_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_RegisterResponseOutput>): grpc.ClientUnaryCall;
  Register(argument: _orderplacing_auth_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RegisterResponseOutput>): grpc.ClientUnaryCall;
  Register(argument: _orderplacing_auth_v1_RegisterRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_RegisterResponseOutput>): grpc.ClientUnaryCall;
  /**
   * Register makes an account and signs it in.
   * 
   * Errors:
   * - ALREADY_EXISTS (EMAIL_TAKEN): the address, compared without regard to case, has an account.
   */
  register(argument: _orderplacing_auth_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RegisterResponseOutput>): grpc.ClientUnaryCall;
  register(argument: _orderplacing_auth_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_RegisterResponseOutput>): grpc.ClientUnaryCall;
  register(argument: _orderplacing_auth_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RegisterResponseOutput>): grpc.ClientUnaryCall;
  register(argument: _orderplacing_auth_v1_RegisterRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_RegisterResponseOutput>): grpc.ClientUnaryCall;
  
}

/**
 * AuthService knows who someone is: accounts, sessions and the keys that sign access tokens.
 */
export interface AuthServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * EndAllSessions ends every session of a user; none is no error.
   */
  EndAllSessions: grpc.handleUnaryCall<_orderplacing_auth_v1_EndAllSessionsRequestOutput, _orderplacing_auth_v1_EndAllSessionsResponse>;
  
  /**
   * EndSession ends one session of a user.
   * 
   * Errors:
   * - NOT_FOUND (NOT_FOUND): the user has no such session, or it has ended.
   */
  EndSession: grpc.handleUnaryCall<_orderplacing_auth_v1_EndSessionRequestOutput, _orderplacing_auth_v1_EndSessionResponse>;
  
  /**
   * GetUsers answers the accounts of the given ids that exist, in any order; at most 1,000 ids.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): too many ids.
   */
  GetUsers: grpc.handleUnaryCall<_orderplacing_auth_v1_GetUsersRequestOutput, _orderplacing_auth_v1_GetUsersResponse>;
  
  /**
   * ListKeys answers the public keys that access tokens may be signed with.
   */
  ListKeys: grpc.handleUnaryCall<_orderplacing_auth_v1_ListKeysRequestOutput, _orderplacing_auth_v1_ListKeysResponse>;
  
  /**
   * ListSessions answers the sessions of a user that have not ended, last used first; at most 100.
   */
  ListSessions: grpc.handleUnaryCall<_orderplacing_auth_v1_ListSessionsRequestOutput, _orderplacing_auth_v1_ListSessionsResponse>;
  
  /**
   * Login signs an account in.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): unknown address or wrong password; both get the same answer in the same time.
   */
  Login: grpc.handleUnaryCall<_orderplacing_auth_v1_LoginRequestOutput, _orderplacing_auth_v1_LoginResponse>;
  
  /**
   * Logout revokes the family of a refresh token; an unknown token is no error.
   */
  Logout: grpc.handleUnaryCall<_orderplacing_auth_v1_LogoutRequestOutput, _orderplacing_auth_v1_LogoutResponse>;
  
  /**
   * Refresh exchanges a refresh token for a new pair; within 10 s of its first use a used one gets another pair.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_REFRESH_TOKEN): unknown, expired, revoked, or used before; then its family is revoked.
   */
  Refresh: grpc.handleUnaryCall<_orderplacing_auth_v1_RefreshRequestOutput, _orderplacing_auth_v1_RefreshResponse>;
  
  /**
   * Register makes an account and signs it in.
   * 
   * Errors:
   * - ALREADY_EXISTS (EMAIL_TAKEN): the address, compared without regard to case, has an account.
   */
  Register: grpc.handleUnaryCall<_orderplacing_auth_v1_RegisterRequestOutput, _orderplacing_auth_v1_RegisterResponse>;
  
}

export interface AuthServiceDefinition extends grpc.ServiceDefinition {
  EndAllSessions: MethodDefinition<_orderplacing_auth_v1_EndAllSessionsRequest, _orderplacing_auth_v1_EndAllSessionsResponse, _orderplacing_auth_v1_EndAllSessionsRequestOutput, _orderplacing_auth_v1_EndAllSessionsResponseOutput>
  EndSession: MethodDefinition<_orderplacing_auth_v1_EndSessionRequest, _orderplacing_auth_v1_EndSessionResponse, _orderplacing_auth_v1_EndSessionRequestOutput, _orderplacing_auth_v1_EndSessionResponseOutput>
  GetUsers: MethodDefinition<_orderplacing_auth_v1_GetUsersRequest, _orderplacing_auth_v1_GetUsersResponse, _orderplacing_auth_v1_GetUsersRequestOutput, _orderplacing_auth_v1_GetUsersResponseOutput>
  ListKeys: MethodDefinition<_orderplacing_auth_v1_ListKeysRequest, _orderplacing_auth_v1_ListKeysResponse, _orderplacing_auth_v1_ListKeysRequestOutput, _orderplacing_auth_v1_ListKeysResponseOutput>
  ListSessions: MethodDefinition<_orderplacing_auth_v1_ListSessionsRequest, _orderplacing_auth_v1_ListSessionsResponse, _orderplacing_auth_v1_ListSessionsRequestOutput, _orderplacing_auth_v1_ListSessionsResponseOutput>
  Login: MethodDefinition<_orderplacing_auth_v1_LoginRequest, _orderplacing_auth_v1_LoginResponse, _orderplacing_auth_v1_LoginRequestOutput, _orderplacing_auth_v1_LoginResponseOutput>
  Logout: MethodDefinition<_orderplacing_auth_v1_LogoutRequest, _orderplacing_auth_v1_LogoutResponse, _orderplacing_auth_v1_LogoutRequestOutput, _orderplacing_auth_v1_LogoutResponseOutput>
  Refresh: MethodDefinition<_orderplacing_auth_v1_RefreshRequest, _orderplacing_auth_v1_RefreshResponse, _orderplacing_auth_v1_RefreshRequestOutput, _orderplacing_auth_v1_RefreshResponseOutput>
  Register: MethodDefinition<_orderplacing_auth_v1_RegisterRequest, _orderplacing_auth_v1_RegisterResponse, _orderplacing_auth_v1_RegisterRequestOutput, _orderplacing_auth_v1_RegisterResponseOutput>
}
