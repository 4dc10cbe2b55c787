// Original file: proto/orderplacing/auth/v1/auth.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AcknowledgeAccountEventsRequest as _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, AcknowledgeAccountEventsRequestOutput as _orderplacing_auth_v1_AcknowledgeAccountEventsRequestOutput } from '../../../orderplacing/auth/v1/AcknowledgeAccountEventsRequest';
import type { AcknowledgeAccountEventsResponse as _orderplacing_auth_v1_AcknowledgeAccountEventsResponse, AcknowledgeAccountEventsResponseOutput as _orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput } from '../../../orderplacing/auth/v1/AcknowledgeAccountEventsResponse';
import type { ChangePasswordRequest as _orderplacing_auth_v1_ChangePasswordRequest, ChangePasswordRequestOutput as _orderplacing_auth_v1_ChangePasswordRequestOutput } from '../../../orderplacing/auth/v1/ChangePasswordRequest';
import type { ChangePasswordResponse as _orderplacing_auth_v1_ChangePasswordResponse, ChangePasswordResponseOutput as _orderplacing_auth_v1_ChangePasswordResponseOutput } from '../../../orderplacing/auth/v1/ChangePasswordResponse';
import type { EndAllSessionsRequest as _orderplacing_auth_v1_EndAllSessionsRequest, EndAllSessionsRequestOutput as _orderplacing_auth_v1_EndAllSessionsRequestOutput } from '../../../orderplacing/auth/v1/EndAllSessionsRequest';
import type { EndAllSessionsResponse as _orderplacing_auth_v1_EndAllSessionsResponse, EndAllSessionsResponseOutput as _orderplacing_auth_v1_EndAllSessionsResponseOutput } from '../../../orderplacing/auth/v1/EndAllSessionsResponse';
import type { EndSessionRequest as _orderplacing_auth_v1_EndSessionRequest, EndSessionRequestOutput as _orderplacing_auth_v1_EndSessionRequestOutput } from '../../../orderplacing/auth/v1/EndSessionRequest';
import type { EndSessionResponse as _orderplacing_auth_v1_EndSessionResponse, EndSessionResponseOutput as _orderplacing_auth_v1_EndSessionResponseOutput } from '../../../orderplacing/auth/v1/EndSessionResponse';
import type { EraseAccountRequest as _orderplacing_auth_v1_EraseAccountRequest, EraseAccountRequestOutput as _orderplacing_auth_v1_EraseAccountRequestOutput } from '../../../orderplacing/auth/v1/EraseAccountRequest';
import type { EraseAccountResponse as _orderplacing_auth_v1_EraseAccountResponse, EraseAccountResponseOutput as _orderplacing_auth_v1_EraseAccountResponseOutput } from '../../../orderplacing/auth/v1/EraseAccountResponse';
import type { FindUserRequest as _orderplacing_auth_v1_FindUserRequest, FindUserRequestOutput as _orderplacing_auth_v1_FindUserRequestOutput } from '../../../orderplacing/auth/v1/FindUserRequest';
import type { FindUserResponse as _orderplacing_auth_v1_FindUserResponse, FindUserResponseOutput as _orderplacing_auth_v1_FindUserResponseOutput } from '../../../orderplacing/auth/v1/FindUserResponse';
import type { GetAccountRequest as _orderplacing_auth_v1_GetAccountRequest, GetAccountRequestOutput as _orderplacing_auth_v1_GetAccountRequestOutput } from '../../../orderplacing/auth/v1/GetAccountRequest';
import type { GetAccountResponse as _orderplacing_auth_v1_GetAccountResponse, GetAccountResponseOutput as _orderplacing_auth_v1_GetAccountResponseOutput } from '../../../orderplacing/auth/v1/GetAccountResponse';
import type { GetUsersRequest as _orderplacing_auth_v1_GetUsersRequest, GetUsersRequestOutput as _orderplacing_auth_v1_GetUsersRequestOutput } from '../../../orderplacing/auth/v1/GetUsersRequest';
import type { GetUsersResponse as _orderplacing_auth_v1_GetUsersResponse, GetUsersResponseOutput as _orderplacing_auth_v1_GetUsersResponseOutput } from '../../../orderplacing/auth/v1/GetUsersResponse';
import type { IssueAccountMailRequest as _orderplacing_auth_v1_IssueAccountMailRequest, IssueAccountMailRequestOutput as _orderplacing_auth_v1_IssueAccountMailRequestOutput } from '../../../orderplacing/auth/v1/IssueAccountMailRequest';
import type { IssueAccountMailResponse as _orderplacing_auth_v1_IssueAccountMailResponse, IssueAccountMailResponseOutput as _orderplacing_auth_v1_IssueAccountMailResponseOutput } from '../../../orderplacing/auth/v1/IssueAccountMailResponse';
import type { ListAccountEventsRequest as _orderplacing_auth_v1_ListAccountEventsRequest, ListAccountEventsRequestOutput as _orderplacing_auth_v1_ListAccountEventsRequestOutput } from '../../../orderplacing/auth/v1/ListAccountEventsRequest';
import type { ListAccountEventsResponse as _orderplacing_auth_v1_ListAccountEventsResponse, ListAccountEventsResponseOutput as _orderplacing_auth_v1_ListAccountEventsResponseOutput } from '../../../orderplacing/auth/v1/ListAccountEventsResponse';
import type { ListAdminsRequest as _orderplacing_auth_v1_ListAdminsRequest, ListAdminsRequestOutput as _orderplacing_auth_v1_ListAdminsRequestOutput } from '../../../orderplacing/auth/v1/ListAdminsRequest';
import type { ListAdminsResponse as _orderplacing_auth_v1_ListAdminsResponse, ListAdminsResponseOutput as _orderplacing_auth_v1_ListAdminsResponseOutput } from '../../../orderplacing/auth/v1/ListAdminsResponse';
import type { ListAuditEntriesRequest as _orderplacing_auth_v1_ListAuditEntriesRequest, ListAuditEntriesRequestOutput as _orderplacing_auth_v1_ListAuditEntriesRequestOutput } from '../../../orderplacing/auth/v1/ListAuditEntriesRequest';
import type { ListAuditEntriesResponse as _orderplacing_auth_v1_ListAuditEntriesResponse, ListAuditEntriesResponseOutput as _orderplacing_auth_v1_ListAuditEntriesResponseOutput } from '../../../orderplacing/auth/v1/ListAuditEntriesResponse';
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
import type { RenameAccountRequest as _orderplacing_auth_v1_RenameAccountRequest, RenameAccountRequestOutput as _orderplacing_auth_v1_RenameAccountRequestOutput } from '../../../orderplacing/auth/v1/RenameAccountRequest';
import type { RenameAccountResponse as _orderplacing_auth_v1_RenameAccountResponse, RenameAccountResponseOutput as _orderplacing_auth_v1_RenameAccountResponseOutput } from '../../../orderplacing/auth/v1/RenameAccountResponse';
import type { RequestPasswordResetRequest as _orderplacing_auth_v1_RequestPasswordResetRequest, RequestPasswordResetRequestOutput as _orderplacing_auth_v1_RequestPasswordResetRequestOutput } from '../../../orderplacing/auth/v1/RequestPasswordResetRequest';
import type { RequestPasswordResetResponse as _orderplacing_auth_v1_RequestPasswordResetResponse, RequestPasswordResetResponseOutput as _orderplacing_auth_v1_RequestPasswordResetResponseOutput } from '../../../orderplacing/auth/v1/RequestPasswordResetResponse';
import type { ResendVerificationRequest as _orderplacing_auth_v1_ResendVerificationRequest, ResendVerificationRequestOutput as _orderplacing_auth_v1_ResendVerificationRequestOutput } from '../../../orderplacing/auth/v1/ResendVerificationRequest';
import type { ResendVerificationResponse as _orderplacing_auth_v1_ResendVerificationResponse, ResendVerificationResponseOutput as _orderplacing_auth_v1_ResendVerificationResponseOutput } from '../../../orderplacing/auth/v1/ResendVerificationResponse';
import type { ResetPasswordRequest as _orderplacing_auth_v1_ResetPasswordRequest, ResetPasswordRequestOutput as _orderplacing_auth_v1_ResetPasswordRequestOutput } from '../../../orderplacing/auth/v1/ResetPasswordRequest';
import type { ResetPasswordResponse as _orderplacing_auth_v1_ResetPasswordResponse, ResetPasswordResponseOutput as _orderplacing_auth_v1_ResetPasswordResponseOutput } from '../../../orderplacing/auth/v1/ResetPasswordResponse';
import type { VerifyEmailRequest as _orderplacing_auth_v1_VerifyEmailRequest, VerifyEmailRequestOutput as _orderplacing_auth_v1_VerifyEmailRequestOutput } from '../../../orderplacing/auth/v1/VerifyEmailRequest';
import type { VerifyEmailResponse as _orderplacing_auth_v1_VerifyEmailResponse, VerifyEmailResponseOutput as _orderplacing_auth_v1_VerifyEmailResponseOutput } from '../../../orderplacing/auth/v1/VerifyEmailResponse';

/**
 * AuthService knows who someone is: accounts, sessions and the keys that sign access tokens.
 */
export interface AuthServiceClient extends grpc.Client {
  /**
   * AcknowledgeAccountEvents removes events whose effect is recorded elsewhere; unknown ones are no error.
   */
  AcknowledgeAccountEvents(argument: _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  AcknowledgeAccountEvents(argument: _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  AcknowledgeAccountEvents(argument: _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  AcknowledgeAccountEvents(argument: _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * AcknowledgeAccountEvents removes events whose effect is recorded elsewhere; unknown ones are no error.
   */
  acknowledgeAccountEvents(argument: _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  acknowledgeAccountEvents(argument: _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  acknowledgeAccountEvents(argument: _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  acknowledgeAccountEvents(argument: _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ChangePassword sets a password by the present one, and ends all other sessions.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): the present password is wrong.
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the new password is too short, too long or too common.
   */
  ChangePassword(argument: _orderplacing_auth_v1_ChangePasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ChangePasswordResponseOutput>): grpc.ClientUnaryCall;
  ChangePassword(argument: _orderplacing_auth_v1_ChangePasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ChangePasswordResponseOutput>): grpc.ClientUnaryCall;
  ChangePassword(argument: _orderplacing_auth_v1_ChangePasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ChangePasswordResponseOutput>): grpc.ClientUnaryCall;
  ChangePassword(argument: _orderplacing_auth_v1_ChangePasswordRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ChangePasswordResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ChangePassword sets a password by the present one, and ends all other sessions.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): the present password is wrong.
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the new password is too short, too long or too common.
   */
  changePassword(argument: _orderplacing_auth_v1_ChangePasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ChangePasswordResponseOutput>): grpc.ClientUnaryCall;
  changePassword(argument: _orderplacing_auth_v1_ChangePasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ChangePasswordResponseOutput>): grpc.ClientUnaryCall;
  changePassword(argument: _orderplacing_auth_v1_ChangePasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ChangePasswordResponseOutput>): grpc.ClientUnaryCall;
  changePassword(argument: _orderplacing_auth_v1_ChangePasswordRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ChangePasswordResponseOutput>): grpc.ClientUnaryCall;
  
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
   * EraseAccount deletes an account with its sessions and tokens; what other services keep of it follows.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): the password is wrong.
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   */
  EraseAccount(argument: _orderplacing_auth_v1_EraseAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EraseAccountResponseOutput>): grpc.ClientUnaryCall;
  EraseAccount(argument: _orderplacing_auth_v1_EraseAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_EraseAccountResponseOutput>): grpc.ClientUnaryCall;
  EraseAccount(argument: _orderplacing_auth_v1_EraseAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EraseAccountResponseOutput>): grpc.ClientUnaryCall;
  EraseAccount(argument: _orderplacing_auth_v1_EraseAccountRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_EraseAccountResponseOutput>): grpc.ClientUnaryCall;
  /**
   * EraseAccount deletes an account with its sessions and tokens; what other services keep of it follows.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): the password is wrong.
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   */
  eraseAccount(argument: _orderplacing_auth_v1_EraseAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EraseAccountResponseOutput>): grpc.ClientUnaryCall;
  eraseAccount(argument: _orderplacing_auth_v1_EraseAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_EraseAccountResponseOutput>): grpc.ClientUnaryCall;
  eraseAccount(argument: _orderplacing_auth_v1_EraseAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_EraseAccountResponseOutput>): grpc.ClientUnaryCall;
  eraseAccount(argument: _orderplacing_auth_v1_EraseAccountRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_EraseAccountResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * FindUser answers the account with an e-mail address; empty where there is none.
   */
  FindUser(argument: _orderplacing_auth_v1_FindUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_FindUserResponseOutput>): grpc.ClientUnaryCall;
  FindUser(argument: _orderplacing_auth_v1_FindUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_FindUserResponseOutput>): grpc.ClientUnaryCall;
  FindUser(argument: _orderplacing_auth_v1_FindUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_FindUserResponseOutput>): grpc.ClientUnaryCall;
  FindUser(argument: _orderplacing_auth_v1_FindUserRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_FindUserResponseOutput>): grpc.ClientUnaryCall;
  /**
   * FindUser answers the account with an e-mail address; empty where there is none.
   */
  findUser(argument: _orderplacing_auth_v1_FindUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_FindUserResponseOutput>): grpc.ClientUnaryCall;
  findUser(argument: _orderplacing_auth_v1_FindUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_FindUserResponseOutput>): grpc.ClientUnaryCall;
  findUser(argument: _orderplacing_auth_v1_FindUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_FindUserResponseOutput>): grpc.ClientUnaryCall;
  findUser(argument: _orderplacing_auth_v1_FindUserRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_FindUserResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetAccount answers an account.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): it no longer exists.
   */
  GetAccount(argument: _orderplacing_auth_v1_GetAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_GetAccountResponseOutput>): grpc.ClientUnaryCall;
  GetAccount(argument: _orderplacing_auth_v1_GetAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_GetAccountResponseOutput>): grpc.ClientUnaryCall;
  GetAccount(argument: _orderplacing_auth_v1_GetAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_GetAccountResponseOutput>): grpc.ClientUnaryCall;
  GetAccount(argument: _orderplacing_auth_v1_GetAccountRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_GetAccountResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetAccount answers an account.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): it no longer exists.
   */
  getAccount(argument: _orderplacing_auth_v1_GetAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_GetAccountResponseOutput>): grpc.ClientUnaryCall;
  getAccount(argument: _orderplacing_auth_v1_GetAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_GetAccountResponseOutput>): grpc.ClientUnaryCall;
  getAccount(argument: _orderplacing_auth_v1_GetAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_GetAccountResponseOutput>): grpc.ClientUnaryCall;
  getAccount(argument: _orderplacing_auth_v1_GetAccountRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_GetAccountResponseOutput>): grpc.ClientUnaryCall;
  
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
   * IssueAccountMail answers what a mail needs and, where it carries a token, issues one; empty where the mail is no
   * longer wanted: the account is erased, the token was used or replaced, or a mail to admins would go to somebody else.
   */
  IssueAccountMail(argument: _orderplacing_auth_v1_IssueAccountMailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_IssueAccountMailResponseOutput>): grpc.ClientUnaryCall;
  IssueAccountMail(argument: _orderplacing_auth_v1_IssueAccountMailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_IssueAccountMailResponseOutput>): grpc.ClientUnaryCall;
  IssueAccountMail(argument: _orderplacing_auth_v1_IssueAccountMailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_IssueAccountMailResponseOutput>): grpc.ClientUnaryCall;
  IssueAccountMail(argument: _orderplacing_auth_v1_IssueAccountMailRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_IssueAccountMailResponseOutput>): grpc.ClientUnaryCall;
  /**
   * IssueAccountMail answers what a mail needs and, where it carries a token, issues one; empty where the mail is no
   * longer wanted: the account is erased, the token was used or replaced, or a mail to admins would go to somebody else.
   */
  issueAccountMail(argument: _orderplacing_auth_v1_IssueAccountMailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_IssueAccountMailResponseOutput>): grpc.ClientUnaryCall;
  issueAccountMail(argument: _orderplacing_auth_v1_IssueAccountMailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_IssueAccountMailResponseOutput>): grpc.ClientUnaryCall;
  issueAccountMail(argument: _orderplacing_auth_v1_IssueAccountMailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_IssueAccountMailResponseOutput>): grpc.ClientUnaryCall;
  issueAccountMail(argument: _orderplacing_auth_v1_IssueAccountMailRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_IssueAccountMailResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListAccountEvents answers the oldest events that were not acknowledged: mails to send and accounts to forget.
   */
  ListAccountEvents(argument: _orderplacing_auth_v1_ListAccountEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  ListAccountEvents(argument: _orderplacing_auth_v1_ListAccountEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  ListAccountEvents(argument: _orderplacing_auth_v1_ListAccountEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  ListAccountEvents(argument: _orderplacing_auth_v1_ListAccountEventsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListAccountEvents answers the oldest events that were not acknowledged: mails to send and accounts to forget.
   */
  listAccountEvents(argument: _orderplacing_auth_v1_ListAccountEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  listAccountEvents(argument: _orderplacing_auth_v1_ListAccountEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  listAccountEvents(argument: _orderplacing_auth_v1_ListAccountEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  listAccountEvents(argument: _orderplacing_auth_v1_ListAccountEventsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAccountEventsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListAdmins answers the ids of the accounts whose role is admin; their addresses are answered by IssueAccountMail alone.
   */
  ListAdmins(argument: _orderplacing_auth_v1_ListAdminsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAdminsResponseOutput>): grpc.ClientUnaryCall;
  ListAdmins(argument: _orderplacing_auth_v1_ListAdminsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAdminsResponseOutput>): grpc.ClientUnaryCall;
  ListAdmins(argument: _orderplacing_auth_v1_ListAdminsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAdminsResponseOutput>): grpc.ClientUnaryCall;
  ListAdmins(argument: _orderplacing_auth_v1_ListAdminsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAdminsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListAdmins answers the ids of the accounts whose role is admin; their addresses are answered by IssueAccountMail alone.
   */
  listAdmins(argument: _orderplacing_auth_v1_ListAdminsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAdminsResponseOutput>): grpc.ClientUnaryCall;
  listAdmins(argument: _orderplacing_auth_v1_ListAdminsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAdminsResponseOutput>): grpc.ClientUnaryCall;
  listAdmins(argument: _orderplacing_auth_v1_ListAdminsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAdminsResponseOutput>): grpc.ClientUnaryCall;
  listAdmins(argument: _orderplacing_auth_v1_ListAdminsRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAdminsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListAuditEntries(argument: _orderplacing_auth_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_auth_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_auth_v1_ListAuditEntriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_auth_v1_ListAuditEntriesRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  listAuditEntries(argument: _orderplacing_auth_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_auth_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_auth_v1_ListAuditEntriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_auth_v1_ListAuditEntriesRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  
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
  
  /**
   * RenameAccount changes the name of an account.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the name is empty, too long or holds a URL.
   */
  RenameAccount(argument: _orderplacing_auth_v1_RenameAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RenameAccountResponseOutput>): grpc.ClientUnaryCall;
  RenameAccount(argument: _orderplacing_auth_v1_RenameAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_RenameAccountResponseOutput>): grpc.ClientUnaryCall;
  RenameAccount(argument: _orderplacing_auth_v1_RenameAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RenameAccountResponseOutput>): grpc.ClientUnaryCall;
  RenameAccount(argument: _orderplacing_auth_v1_RenameAccountRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_RenameAccountResponseOutput>): grpc.ClientUnaryCall;
  /**
   * RenameAccount changes the name of an account.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the name is empty, too long or holds a URL.
   */
  renameAccount(argument: _orderplacing_auth_v1_RenameAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RenameAccountResponseOutput>): grpc.ClientUnaryCall;
  renameAccount(argument: _orderplacing_auth_v1_RenameAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_RenameAccountResponseOutput>): grpc.ClientUnaryCall;
  renameAccount(argument: _orderplacing_auth_v1_RenameAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RenameAccountResponseOutput>): grpc.ClientUnaryCall;
  renameAccount(argument: _orderplacing_auth_v1_RenameAccountRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_RenameAccountResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * RequestPasswordReset mails a token to an address that has an account; an unknown one takes as long.
   */
  RequestPasswordReset(argument: _orderplacing_auth_v1_RequestPasswordResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RequestPasswordResetResponseOutput>): grpc.ClientUnaryCall;
  RequestPasswordReset(argument: _orderplacing_auth_v1_RequestPasswordResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_RequestPasswordResetResponseOutput>): grpc.ClientUnaryCall;
  RequestPasswordReset(argument: _orderplacing_auth_v1_RequestPasswordResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RequestPasswordResetResponseOutput>): grpc.ClientUnaryCall;
  RequestPasswordReset(argument: _orderplacing_auth_v1_RequestPasswordResetRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_RequestPasswordResetResponseOutput>): grpc.ClientUnaryCall;
  /**
   * RequestPasswordReset mails a token to an address that has an account; an unknown one takes as long.
   */
  requestPasswordReset(argument: _orderplacing_auth_v1_RequestPasswordResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RequestPasswordResetResponseOutput>): grpc.ClientUnaryCall;
  requestPasswordReset(argument: _orderplacing_auth_v1_RequestPasswordResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_RequestPasswordResetResponseOutput>): grpc.ClientUnaryCall;
  requestPasswordReset(argument: _orderplacing_auth_v1_RequestPasswordResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_RequestPasswordResetResponseOutput>): grpc.ClientUnaryCall;
  requestPasswordReset(argument: _orderplacing_auth_v1_RequestPasswordResetRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_RequestPasswordResetResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ResendVerification mails another token; nothing happens where the address is verified.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   */
  ResendVerification(argument: _orderplacing_auth_v1_ResendVerificationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ResendVerificationResponseOutput>): grpc.ClientUnaryCall;
  ResendVerification(argument: _orderplacing_auth_v1_ResendVerificationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ResendVerificationResponseOutput>): grpc.ClientUnaryCall;
  ResendVerification(argument: _orderplacing_auth_v1_ResendVerificationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ResendVerificationResponseOutput>): grpc.ClientUnaryCall;
  ResendVerification(argument: _orderplacing_auth_v1_ResendVerificationRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ResendVerificationResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ResendVerification mails another token; nothing happens where the address is verified.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   */
  resendVerification(argument: _orderplacing_auth_v1_ResendVerificationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ResendVerificationResponseOutput>): grpc.ClientUnaryCall;
  resendVerification(argument: _orderplacing_auth_v1_ResendVerificationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ResendVerificationResponseOutput>): grpc.ClientUnaryCall;
  resendVerification(argument: _orderplacing_auth_v1_ResendVerificationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ResendVerificationResponseOutput>): grpc.ClientUnaryCall;
  resendVerification(argument: _orderplacing_auth_v1_ResendVerificationRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ResendVerificationResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ResetPassword sets a password by a token that was mailed, verifies the address and ends all sessions.
   * 
   * Errors:
   * - INVALID_ARGUMENT (INVALID_TOKEN): unknown, used, replaced or expired.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the password is too short, too long or too common; the token stays valid.
   */
  ResetPassword(argument: _orderplacing_auth_v1_ResetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ResetPasswordResponseOutput>): grpc.ClientUnaryCall;
  ResetPassword(argument: _orderplacing_auth_v1_ResetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ResetPasswordResponseOutput>): grpc.ClientUnaryCall;
  ResetPassword(argument: _orderplacing_auth_v1_ResetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ResetPasswordResponseOutput>): grpc.ClientUnaryCall;
  ResetPassword(argument: _orderplacing_auth_v1_ResetPasswordRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ResetPasswordResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ResetPassword sets a password by a token that was mailed, verifies the address and ends all sessions.
   * 
   * Errors:
   * - INVALID_ARGUMENT (INVALID_TOKEN): unknown, used, replaced or expired.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the password is too short, too long or too common; the token stays valid.
   */
  resetPassword(argument: _orderplacing_auth_v1_ResetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ResetPasswordResponseOutput>): grpc.ClientUnaryCall;
  resetPassword(argument: _orderplacing_auth_v1_ResetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_ResetPasswordResponseOutput>): grpc.ClientUnaryCall;
  resetPassword(argument: _orderplacing_auth_v1_ResetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_ResetPasswordResponseOutput>): grpc.ClientUnaryCall;
  resetPassword(argument: _orderplacing_auth_v1_ResetPasswordRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_ResetPasswordResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * VerifyEmail marks the address of an account as verified, by a token that was mailed to it.
   * 
   * Errors:
   * - INVALID_ARGUMENT (INVALID_TOKEN): unknown, used, replaced or expired.
   */
  VerifyEmail(argument: _orderplacing_auth_v1_VerifyEmailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_VerifyEmailResponseOutput>): grpc.ClientUnaryCall;
  VerifyEmail(argument: _orderplacing_auth_v1_VerifyEmailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_VerifyEmailResponseOutput>): grpc.ClientUnaryCall;
  VerifyEmail(argument: _orderplacing_auth_v1_VerifyEmailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_VerifyEmailResponseOutput>): grpc.ClientUnaryCall;
  VerifyEmail(argument: _orderplacing_auth_v1_VerifyEmailRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_VerifyEmailResponseOutput>): grpc.ClientUnaryCall;
  /**
   * VerifyEmail marks the address of an account as verified, by a token that was mailed to it.
   * 
   * Errors:
   * - INVALID_ARGUMENT (INVALID_TOKEN): unknown, used, replaced or expired.
   */
  verifyEmail(argument: _orderplacing_auth_v1_VerifyEmailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_VerifyEmailResponseOutput>): grpc.ClientUnaryCall;
  verifyEmail(argument: _orderplacing_auth_v1_VerifyEmailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_auth_v1_VerifyEmailResponseOutput>): grpc.ClientUnaryCall;
  verifyEmail(argument: _orderplacing_auth_v1_VerifyEmailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_auth_v1_VerifyEmailResponseOutput>): grpc.ClientUnaryCall;
  verifyEmail(argument: _orderplacing_auth_v1_VerifyEmailRequest, callback: grpc.requestCallback<_orderplacing_auth_v1_VerifyEmailResponseOutput>): grpc.ClientUnaryCall;
  
}

/**
 * AuthService knows who someone is: accounts, sessions and the keys that sign access tokens.
 */
export interface AuthServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * AcknowledgeAccountEvents removes events whose effect is recorded elsewhere; unknown ones are no error.
   */
  AcknowledgeAccountEvents: grpc.handleUnaryCall<_orderplacing_auth_v1_AcknowledgeAccountEventsRequestOutput, _orderplacing_auth_v1_AcknowledgeAccountEventsResponse>;
  
  /**
   * ChangePassword sets a password by the present one, and ends all other sessions.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): the present password is wrong.
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the new password is too short, too long or too common.
   */
  ChangePassword: grpc.handleUnaryCall<_orderplacing_auth_v1_ChangePasswordRequestOutput, _orderplacing_auth_v1_ChangePasswordResponse>;
  
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
   * EraseAccount deletes an account with its sessions and tokens; what other services keep of it follows.
   * 
   * Errors:
   * - UNAUTHENTICATED (INVALID_CREDENTIALS): the password is wrong.
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   */
  EraseAccount: grpc.handleUnaryCall<_orderplacing_auth_v1_EraseAccountRequestOutput, _orderplacing_auth_v1_EraseAccountResponse>;
  
  /**
   * FindUser answers the account with an e-mail address; empty where there is none.
   */
  FindUser: grpc.handleUnaryCall<_orderplacing_auth_v1_FindUserRequestOutput, _orderplacing_auth_v1_FindUserResponse>;
  
  /**
   * GetAccount answers an account.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): it no longer exists.
   */
  GetAccount: grpc.handleUnaryCall<_orderplacing_auth_v1_GetAccountRequestOutput, _orderplacing_auth_v1_GetAccountResponse>;
  
  /**
   * GetUsers answers the accounts of the given ids that exist, in any order; at most 1,000 ids.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): too many ids.
   */
  GetUsers: grpc.handleUnaryCall<_orderplacing_auth_v1_GetUsersRequestOutput, _orderplacing_auth_v1_GetUsersResponse>;
  
  /**
   * IssueAccountMail answers what a mail needs and, where it carries a token, issues one; empty where the mail is no
   * longer wanted: the account is erased, the token was used or replaced, or a mail to admins would go to somebody else.
   */
  IssueAccountMail: grpc.handleUnaryCall<_orderplacing_auth_v1_IssueAccountMailRequestOutput, _orderplacing_auth_v1_IssueAccountMailResponse>;
  
  /**
   * ListAccountEvents answers the oldest events that were not acknowledged: mails to send and accounts to forget.
   */
  ListAccountEvents: grpc.handleUnaryCall<_orderplacing_auth_v1_ListAccountEventsRequestOutput, _orderplacing_auth_v1_ListAccountEventsResponse>;
  
  /**
   * ListAdmins answers the ids of the accounts whose role is admin; their addresses are answered by IssueAccountMail alone.
   */
  ListAdmins: grpc.handleUnaryCall<_orderplacing_auth_v1_ListAdminsRequestOutput, _orderplacing_auth_v1_ListAdminsResponse>;
  
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListAuditEntries: grpc.handleUnaryCall<_orderplacing_auth_v1_ListAuditEntriesRequestOutput, _orderplacing_auth_v1_ListAuditEntriesResponse>;
  
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
  
  /**
   * RenameAccount changes the name of an account.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the name is empty, too long or holds a URL.
   */
  RenameAccount: grpc.handleUnaryCall<_orderplacing_auth_v1_RenameAccountRequestOutput, _orderplacing_auth_v1_RenameAccountResponse>;
  
  /**
   * RequestPasswordReset mails a token to an address that has an account; an unknown one takes as long.
   */
  RequestPasswordReset: grpc.handleUnaryCall<_orderplacing_auth_v1_RequestPasswordResetRequestOutput, _orderplacing_auth_v1_RequestPasswordResetResponse>;
  
  /**
   * ResendVerification mails another token; nothing happens where the address is verified.
   * 
   * Errors:
   * - UNAUTHENTICATED (UNAUTHENTICATED): the account no longer exists.
   */
  ResendVerification: grpc.handleUnaryCall<_orderplacing_auth_v1_ResendVerificationRequestOutput, _orderplacing_auth_v1_ResendVerificationResponse>;
  
  /**
   * ResetPassword sets a password by a token that was mailed, verifies the address and ends all sessions.
   * 
   * Errors:
   * - INVALID_ARGUMENT (INVALID_TOKEN): unknown, used, replaced or expired.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the password is too short, too long or too common; the token stays valid.
   */
  ResetPassword: grpc.handleUnaryCall<_orderplacing_auth_v1_ResetPasswordRequestOutput, _orderplacing_auth_v1_ResetPasswordResponse>;
  
  /**
   * VerifyEmail marks the address of an account as verified, by a token that was mailed to it.
   * 
   * Errors:
   * - INVALID_ARGUMENT (INVALID_TOKEN): unknown, used, replaced or expired.
   */
  VerifyEmail: grpc.handleUnaryCall<_orderplacing_auth_v1_VerifyEmailRequestOutput, _orderplacing_auth_v1_VerifyEmailResponse>;
  
}

export interface AuthServiceDefinition extends grpc.ServiceDefinition {
  AcknowledgeAccountEvents: MethodDefinition<_orderplacing_auth_v1_AcknowledgeAccountEventsRequest, _orderplacing_auth_v1_AcknowledgeAccountEventsResponse, _orderplacing_auth_v1_AcknowledgeAccountEventsRequestOutput, _orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>
  ChangePassword: MethodDefinition<_orderplacing_auth_v1_ChangePasswordRequest, _orderplacing_auth_v1_ChangePasswordResponse, _orderplacing_auth_v1_ChangePasswordRequestOutput, _orderplacing_auth_v1_ChangePasswordResponseOutput>
  EndAllSessions: MethodDefinition<_orderplacing_auth_v1_EndAllSessionsRequest, _orderplacing_auth_v1_EndAllSessionsResponse, _orderplacing_auth_v1_EndAllSessionsRequestOutput, _orderplacing_auth_v1_EndAllSessionsResponseOutput>
  EndSession: MethodDefinition<_orderplacing_auth_v1_EndSessionRequest, _orderplacing_auth_v1_EndSessionResponse, _orderplacing_auth_v1_EndSessionRequestOutput, _orderplacing_auth_v1_EndSessionResponseOutput>
  EraseAccount: MethodDefinition<_orderplacing_auth_v1_EraseAccountRequest, _orderplacing_auth_v1_EraseAccountResponse, _orderplacing_auth_v1_EraseAccountRequestOutput, _orderplacing_auth_v1_EraseAccountResponseOutput>
  FindUser: MethodDefinition<_orderplacing_auth_v1_FindUserRequest, _orderplacing_auth_v1_FindUserResponse, _orderplacing_auth_v1_FindUserRequestOutput, _orderplacing_auth_v1_FindUserResponseOutput>
  GetAccount: MethodDefinition<_orderplacing_auth_v1_GetAccountRequest, _orderplacing_auth_v1_GetAccountResponse, _orderplacing_auth_v1_GetAccountRequestOutput, _orderplacing_auth_v1_GetAccountResponseOutput>
  GetUsers: MethodDefinition<_orderplacing_auth_v1_GetUsersRequest, _orderplacing_auth_v1_GetUsersResponse, _orderplacing_auth_v1_GetUsersRequestOutput, _orderplacing_auth_v1_GetUsersResponseOutput>
  IssueAccountMail: MethodDefinition<_orderplacing_auth_v1_IssueAccountMailRequest, _orderplacing_auth_v1_IssueAccountMailResponse, _orderplacing_auth_v1_IssueAccountMailRequestOutput, _orderplacing_auth_v1_IssueAccountMailResponseOutput>
  ListAccountEvents: MethodDefinition<_orderplacing_auth_v1_ListAccountEventsRequest, _orderplacing_auth_v1_ListAccountEventsResponse, _orderplacing_auth_v1_ListAccountEventsRequestOutput, _orderplacing_auth_v1_ListAccountEventsResponseOutput>
  ListAdmins: MethodDefinition<_orderplacing_auth_v1_ListAdminsRequest, _orderplacing_auth_v1_ListAdminsResponse, _orderplacing_auth_v1_ListAdminsRequestOutput, _orderplacing_auth_v1_ListAdminsResponseOutput>
  ListAuditEntries: MethodDefinition<_orderplacing_auth_v1_ListAuditEntriesRequest, _orderplacing_auth_v1_ListAuditEntriesResponse, _orderplacing_auth_v1_ListAuditEntriesRequestOutput, _orderplacing_auth_v1_ListAuditEntriesResponseOutput>
  ListKeys: MethodDefinition<_orderplacing_auth_v1_ListKeysRequest, _orderplacing_auth_v1_ListKeysResponse, _orderplacing_auth_v1_ListKeysRequestOutput, _orderplacing_auth_v1_ListKeysResponseOutput>
  ListSessions: MethodDefinition<_orderplacing_auth_v1_ListSessionsRequest, _orderplacing_auth_v1_ListSessionsResponse, _orderplacing_auth_v1_ListSessionsRequestOutput, _orderplacing_auth_v1_ListSessionsResponseOutput>
  Login: MethodDefinition<_orderplacing_auth_v1_LoginRequest, _orderplacing_auth_v1_LoginResponse, _orderplacing_auth_v1_LoginRequestOutput, _orderplacing_auth_v1_LoginResponseOutput>
  Logout: MethodDefinition<_orderplacing_auth_v1_LogoutRequest, _orderplacing_auth_v1_LogoutResponse, _orderplacing_auth_v1_LogoutRequestOutput, _orderplacing_auth_v1_LogoutResponseOutput>
  Refresh: MethodDefinition<_orderplacing_auth_v1_RefreshRequest, _orderplacing_auth_v1_RefreshResponse, _orderplacing_auth_v1_RefreshRequestOutput, _orderplacing_auth_v1_RefreshResponseOutput>
  Register: MethodDefinition<_orderplacing_auth_v1_RegisterRequest, _orderplacing_auth_v1_RegisterResponse, _orderplacing_auth_v1_RegisterRequestOutput, _orderplacing_auth_v1_RegisterResponseOutput>
  RenameAccount: MethodDefinition<_orderplacing_auth_v1_RenameAccountRequest, _orderplacing_auth_v1_RenameAccountResponse, _orderplacing_auth_v1_RenameAccountRequestOutput, _orderplacing_auth_v1_RenameAccountResponseOutput>
  RequestPasswordReset: MethodDefinition<_orderplacing_auth_v1_RequestPasswordResetRequest, _orderplacing_auth_v1_RequestPasswordResetResponse, _orderplacing_auth_v1_RequestPasswordResetRequestOutput, _orderplacing_auth_v1_RequestPasswordResetResponseOutput>
  ResendVerification: MethodDefinition<_orderplacing_auth_v1_ResendVerificationRequest, _orderplacing_auth_v1_ResendVerificationResponse, _orderplacing_auth_v1_ResendVerificationRequestOutput, _orderplacing_auth_v1_ResendVerificationResponseOutput>
  ResetPassword: MethodDefinition<_orderplacing_auth_v1_ResetPasswordRequest, _orderplacing_auth_v1_ResetPasswordResponse, _orderplacing_auth_v1_ResetPasswordRequestOutput, _orderplacing_auth_v1_ResetPasswordResponseOutput>
  VerifyEmail: MethodDefinition<_orderplacing_auth_v1_VerifyEmailRequest, _orderplacing_auth_v1_VerifyEmailResponse, _orderplacing_auth_v1_VerifyEmailRequestOutput, _orderplacing_auth_v1_VerifyEmailResponseOutput>
}
