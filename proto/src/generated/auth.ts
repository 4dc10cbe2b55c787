import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from './google/protobuf/Timestamp';
import type { AuditEntry as _orderplacing_audit_v1_AuditEntry, AuditEntryOutput as _orderplacing_audit_v1_AuditEntryOutput } from './orderplacing/audit/v1/AuditEntry';
import type { AccountMail as _orderplacing_auth_v1_AccountMail, AccountMailOutput as _orderplacing_auth_v1_AccountMailOutput } from './orderplacing/auth/v1/AccountMail';
import type { AcknowledgeAccountEventsRequest as _orderplacing_auth_v1_AcknowledgeAccountEventsRequest, AcknowledgeAccountEventsRequestOutput as _orderplacing_auth_v1_AcknowledgeAccountEventsRequestOutput } from './orderplacing/auth/v1/AcknowledgeAccountEventsRequest';
import type { AcknowledgeAccountEventsResponse as _orderplacing_auth_v1_AcknowledgeAccountEventsResponse, AcknowledgeAccountEventsResponseOutput as _orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput } from './orderplacing/auth/v1/AcknowledgeAccountEventsResponse';
import type { AuthServiceClient as _orderplacing_auth_v1_AuthServiceClient, AuthServiceDefinition as _orderplacing_auth_v1_AuthServiceDefinition } from './orderplacing/auth/v1/AuthService';
import type { ChangePasswordRequest as _orderplacing_auth_v1_ChangePasswordRequest, ChangePasswordRequestOutput as _orderplacing_auth_v1_ChangePasswordRequestOutput } from './orderplacing/auth/v1/ChangePasswordRequest';
import type { ChangePasswordResponse as _orderplacing_auth_v1_ChangePasswordResponse, ChangePasswordResponseOutput as _orderplacing_auth_v1_ChangePasswordResponseOutput } from './orderplacing/auth/v1/ChangePasswordResponse';
import type { EndAllSessionsRequest as _orderplacing_auth_v1_EndAllSessionsRequest, EndAllSessionsRequestOutput as _orderplacing_auth_v1_EndAllSessionsRequestOutput } from './orderplacing/auth/v1/EndAllSessionsRequest';
import type { EndAllSessionsResponse as _orderplacing_auth_v1_EndAllSessionsResponse, EndAllSessionsResponseOutput as _orderplacing_auth_v1_EndAllSessionsResponseOutput } from './orderplacing/auth/v1/EndAllSessionsResponse';
import type { EndSessionRequest as _orderplacing_auth_v1_EndSessionRequest, EndSessionRequestOutput as _orderplacing_auth_v1_EndSessionRequestOutput } from './orderplacing/auth/v1/EndSessionRequest';
import type { EndSessionResponse as _orderplacing_auth_v1_EndSessionResponse, EndSessionResponseOutput as _orderplacing_auth_v1_EndSessionResponseOutput } from './orderplacing/auth/v1/EndSessionResponse';
import type { EraseAccountRequest as _orderplacing_auth_v1_EraseAccountRequest, EraseAccountRequestOutput as _orderplacing_auth_v1_EraseAccountRequestOutput } from './orderplacing/auth/v1/EraseAccountRequest';
import type { EraseAccountResponse as _orderplacing_auth_v1_EraseAccountResponse, EraseAccountResponseOutput as _orderplacing_auth_v1_EraseAccountResponseOutput } from './orderplacing/auth/v1/EraseAccountResponse';
import type { FindUserRequest as _orderplacing_auth_v1_FindUserRequest, FindUserRequestOutput as _orderplacing_auth_v1_FindUserRequestOutput } from './orderplacing/auth/v1/FindUserRequest';
import type { FindUserResponse as _orderplacing_auth_v1_FindUserResponse, FindUserResponseOutput as _orderplacing_auth_v1_FindUserResponseOutput } from './orderplacing/auth/v1/FindUserResponse';
import type { GetAccountRequest as _orderplacing_auth_v1_GetAccountRequest, GetAccountRequestOutput as _orderplacing_auth_v1_GetAccountRequestOutput } from './orderplacing/auth/v1/GetAccountRequest';
import type { GetAccountResponse as _orderplacing_auth_v1_GetAccountResponse, GetAccountResponseOutput as _orderplacing_auth_v1_GetAccountResponseOutput } from './orderplacing/auth/v1/GetAccountResponse';
import type { GetUsersRequest as _orderplacing_auth_v1_GetUsersRequest, GetUsersRequestOutput as _orderplacing_auth_v1_GetUsersRequestOutput } from './orderplacing/auth/v1/GetUsersRequest';
import type { GetUsersResponse as _orderplacing_auth_v1_GetUsersResponse, GetUsersResponseOutput as _orderplacing_auth_v1_GetUsersResponseOutput } from './orderplacing/auth/v1/GetUsersResponse';
import type { IssueAccountMailRequest as _orderplacing_auth_v1_IssueAccountMailRequest, IssueAccountMailRequestOutput as _orderplacing_auth_v1_IssueAccountMailRequestOutput } from './orderplacing/auth/v1/IssueAccountMailRequest';
import type { IssueAccountMailResponse as _orderplacing_auth_v1_IssueAccountMailResponse, IssueAccountMailResponseOutput as _orderplacing_auth_v1_IssueAccountMailResponseOutput } from './orderplacing/auth/v1/IssueAccountMailResponse';
import type { ListAccountEventsRequest as _orderplacing_auth_v1_ListAccountEventsRequest, ListAccountEventsRequestOutput as _orderplacing_auth_v1_ListAccountEventsRequestOutput } from './orderplacing/auth/v1/ListAccountEventsRequest';
import type { ListAccountEventsResponse as _orderplacing_auth_v1_ListAccountEventsResponse, ListAccountEventsResponseOutput as _orderplacing_auth_v1_ListAccountEventsResponseOutput } from './orderplacing/auth/v1/ListAccountEventsResponse';
import type { ListAdminsRequest as _orderplacing_auth_v1_ListAdminsRequest, ListAdminsRequestOutput as _orderplacing_auth_v1_ListAdminsRequestOutput } from './orderplacing/auth/v1/ListAdminsRequest';
import type { ListAdminsResponse as _orderplacing_auth_v1_ListAdminsResponse, ListAdminsResponseOutput as _orderplacing_auth_v1_ListAdminsResponseOutput } from './orderplacing/auth/v1/ListAdminsResponse';
import type { ListAuditEntriesRequest as _orderplacing_auth_v1_ListAuditEntriesRequest, ListAuditEntriesRequestOutput as _orderplacing_auth_v1_ListAuditEntriesRequestOutput } from './orderplacing/auth/v1/ListAuditEntriesRequest';
import type { ListAuditEntriesResponse as _orderplacing_auth_v1_ListAuditEntriesResponse, ListAuditEntriesResponseOutput as _orderplacing_auth_v1_ListAuditEntriesResponseOutput } from './orderplacing/auth/v1/ListAuditEntriesResponse';
import type { ListKeysRequest as _orderplacing_auth_v1_ListKeysRequest, ListKeysRequestOutput as _orderplacing_auth_v1_ListKeysRequestOutput } from './orderplacing/auth/v1/ListKeysRequest';
import type { ListKeysResponse as _orderplacing_auth_v1_ListKeysResponse, ListKeysResponseOutput as _orderplacing_auth_v1_ListKeysResponseOutput } from './orderplacing/auth/v1/ListKeysResponse';
import type { ListSessionsRequest as _orderplacing_auth_v1_ListSessionsRequest, ListSessionsRequestOutput as _orderplacing_auth_v1_ListSessionsRequestOutput } from './orderplacing/auth/v1/ListSessionsRequest';
import type { ListSessionsResponse as _orderplacing_auth_v1_ListSessionsResponse, ListSessionsResponseOutput as _orderplacing_auth_v1_ListSessionsResponseOutput } from './orderplacing/auth/v1/ListSessionsResponse';
import type { LoginRequest as _orderplacing_auth_v1_LoginRequest, LoginRequestOutput as _orderplacing_auth_v1_LoginRequestOutput } from './orderplacing/auth/v1/LoginRequest';
import type { LoginResponse as _orderplacing_auth_v1_LoginResponse, LoginResponseOutput as _orderplacing_auth_v1_LoginResponseOutput } from './orderplacing/auth/v1/LoginResponse';
import type { LogoutRequest as _orderplacing_auth_v1_LogoutRequest, LogoutRequestOutput as _orderplacing_auth_v1_LogoutRequestOutput } from './orderplacing/auth/v1/LogoutRequest';
import type { LogoutResponse as _orderplacing_auth_v1_LogoutResponse, LogoutResponseOutput as _orderplacing_auth_v1_LogoutResponseOutput } from './orderplacing/auth/v1/LogoutResponse';
import type { OpenSession as _orderplacing_auth_v1_OpenSession, OpenSessionOutput as _orderplacing_auth_v1_OpenSessionOutput } from './orderplacing/auth/v1/OpenSession';
import type { RefreshRequest as _orderplacing_auth_v1_RefreshRequest, RefreshRequestOutput as _orderplacing_auth_v1_RefreshRequestOutput } from './orderplacing/auth/v1/RefreshRequest';
import type { RefreshResponse as _orderplacing_auth_v1_RefreshResponse, RefreshResponseOutput as _orderplacing_auth_v1_RefreshResponseOutput } from './orderplacing/auth/v1/RefreshResponse';
import type { RegisterRequest as _orderplacing_auth_v1_RegisterRequest, RegisterRequestOutput as _orderplacing_auth_v1_RegisterRequestOutput } from './orderplacing/auth/v1/RegisterRequest';
import type { RegisterResponse as _orderplacing_auth_v1_RegisterResponse, RegisterResponseOutput as _orderplacing_auth_v1_RegisterResponseOutput } from './orderplacing/auth/v1/RegisterResponse';
import type { RenameAccountRequest as _orderplacing_auth_v1_RenameAccountRequest, RenameAccountRequestOutput as _orderplacing_auth_v1_RenameAccountRequestOutput } from './orderplacing/auth/v1/RenameAccountRequest';
import type { RenameAccountResponse as _orderplacing_auth_v1_RenameAccountResponse, RenameAccountResponseOutput as _orderplacing_auth_v1_RenameAccountResponseOutput } from './orderplacing/auth/v1/RenameAccountResponse';
import type { RequestPasswordResetRequest as _orderplacing_auth_v1_RequestPasswordResetRequest, RequestPasswordResetRequestOutput as _orderplacing_auth_v1_RequestPasswordResetRequestOutput } from './orderplacing/auth/v1/RequestPasswordResetRequest';
import type { RequestPasswordResetResponse as _orderplacing_auth_v1_RequestPasswordResetResponse, RequestPasswordResetResponseOutput as _orderplacing_auth_v1_RequestPasswordResetResponseOutput } from './orderplacing/auth/v1/RequestPasswordResetResponse';
import type { ResendVerificationRequest as _orderplacing_auth_v1_ResendVerificationRequest, ResendVerificationRequestOutput as _orderplacing_auth_v1_ResendVerificationRequestOutput } from './orderplacing/auth/v1/ResendVerificationRequest';
import type { ResendVerificationResponse as _orderplacing_auth_v1_ResendVerificationResponse, ResendVerificationResponseOutput as _orderplacing_auth_v1_ResendVerificationResponseOutput } from './orderplacing/auth/v1/ResendVerificationResponse';
import type { ResetPasswordRequest as _orderplacing_auth_v1_ResetPasswordRequest, ResetPasswordRequestOutput as _orderplacing_auth_v1_ResetPasswordRequestOutput } from './orderplacing/auth/v1/ResetPasswordRequest';
import type { ResetPasswordResponse as _orderplacing_auth_v1_ResetPasswordResponse, ResetPasswordResponseOutput as _orderplacing_auth_v1_ResetPasswordResponseOutput } from './orderplacing/auth/v1/ResetPasswordResponse';
import type { Session as _orderplacing_auth_v1_Session, SessionOutput as _orderplacing_auth_v1_SessionOutput } from './orderplacing/auth/v1/Session';
import type { User as _orderplacing_auth_v1_User, UserOutput as _orderplacing_auth_v1_UserOutput } from './orderplacing/auth/v1/User';
import type { VerifyEmailRequest as _orderplacing_auth_v1_VerifyEmailRequest, VerifyEmailRequestOutput as _orderplacing_auth_v1_VerifyEmailRequestOutput } from './orderplacing/auth/v1/VerifyEmailRequest';
import type { VerifyEmailResponse as _orderplacing_auth_v1_VerifyEmailResponse, VerifyEmailResponseOutput as _orderplacing_auth_v1_VerifyEmailResponseOutput } from './orderplacing/auth/v1/VerifyEmailResponse';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_TimestampOutput>
    }
  }
  orderplacing: {
    audit: {
      v1: {
        AuditEntry: MessageTypeDefinition<_orderplacing_audit_v1_AuditEntry, _orderplacing_audit_v1_AuditEntryOutput>
      }
    }
    auth: {
      v1: {
        AccountMail: MessageTypeDefinition<_orderplacing_auth_v1_AccountMail, _orderplacing_auth_v1_AccountMailOutput>
        AccountMailKind: EnumTypeDefinition
        AcknowledgeAccountEventsRequest: MessageTypeDefinition<_orderplacing_auth_v1_AcknowledgeAccountEventsRequest, _orderplacing_auth_v1_AcknowledgeAccountEventsRequestOutput>
        AcknowledgeAccountEventsResponse: MessageTypeDefinition<_orderplacing_auth_v1_AcknowledgeAccountEventsResponse, _orderplacing_auth_v1_AcknowledgeAccountEventsResponseOutput>
        /**
         * AuthService knows who someone is: accounts, sessions and the keys that sign access tokens.
         */
        AuthService: SubtypeConstructor<typeof grpc.Client, _orderplacing_auth_v1_AuthServiceClient> & { service: _orderplacing_auth_v1_AuthServiceDefinition }
        ChangePasswordRequest: MessageTypeDefinition<_orderplacing_auth_v1_ChangePasswordRequest, _orderplacing_auth_v1_ChangePasswordRequestOutput>
        ChangePasswordResponse: MessageTypeDefinition<_orderplacing_auth_v1_ChangePasswordResponse, _orderplacing_auth_v1_ChangePasswordResponseOutput>
        EndAllSessionsRequest: MessageTypeDefinition<_orderplacing_auth_v1_EndAllSessionsRequest, _orderplacing_auth_v1_EndAllSessionsRequestOutput>
        EndAllSessionsResponse: MessageTypeDefinition<_orderplacing_auth_v1_EndAllSessionsResponse, _orderplacing_auth_v1_EndAllSessionsResponseOutput>
        EndSessionRequest: MessageTypeDefinition<_orderplacing_auth_v1_EndSessionRequest, _orderplacing_auth_v1_EndSessionRequestOutput>
        EndSessionResponse: MessageTypeDefinition<_orderplacing_auth_v1_EndSessionResponse, _orderplacing_auth_v1_EndSessionResponseOutput>
        EraseAccountRequest: MessageTypeDefinition<_orderplacing_auth_v1_EraseAccountRequest, _orderplacing_auth_v1_EraseAccountRequestOutput>
        EraseAccountResponse: MessageTypeDefinition<_orderplacing_auth_v1_EraseAccountResponse, _orderplacing_auth_v1_EraseAccountResponseOutput>
        FindUserRequest: MessageTypeDefinition<_orderplacing_auth_v1_FindUserRequest, _orderplacing_auth_v1_FindUserRequestOutput>
        FindUserResponse: MessageTypeDefinition<_orderplacing_auth_v1_FindUserResponse, _orderplacing_auth_v1_FindUserResponseOutput>
        GetAccountRequest: MessageTypeDefinition<_orderplacing_auth_v1_GetAccountRequest, _orderplacing_auth_v1_GetAccountRequestOutput>
        GetAccountResponse: MessageTypeDefinition<_orderplacing_auth_v1_GetAccountResponse, _orderplacing_auth_v1_GetAccountResponseOutput>
        GetUsersRequest: MessageTypeDefinition<_orderplacing_auth_v1_GetUsersRequest, _orderplacing_auth_v1_GetUsersRequestOutput>
        GetUsersResponse: MessageTypeDefinition<_orderplacing_auth_v1_GetUsersResponse, _orderplacing_auth_v1_GetUsersResponseOutput>
        IssueAccountMailRequest: MessageTypeDefinition<_orderplacing_auth_v1_IssueAccountMailRequest, _orderplacing_auth_v1_IssueAccountMailRequestOutput>
        IssueAccountMailResponse: MessageTypeDefinition<_orderplacing_auth_v1_IssueAccountMailResponse, _orderplacing_auth_v1_IssueAccountMailResponseOutput>
        ListAccountEventsRequest: MessageTypeDefinition<_orderplacing_auth_v1_ListAccountEventsRequest, _orderplacing_auth_v1_ListAccountEventsRequestOutput>
        ListAccountEventsResponse: MessageTypeDefinition<_orderplacing_auth_v1_ListAccountEventsResponse, _orderplacing_auth_v1_ListAccountEventsResponseOutput>
        ListAdminsRequest: MessageTypeDefinition<_orderplacing_auth_v1_ListAdminsRequest, _orderplacing_auth_v1_ListAdminsRequestOutput>
        ListAdminsResponse: MessageTypeDefinition<_orderplacing_auth_v1_ListAdminsResponse, _orderplacing_auth_v1_ListAdminsResponseOutput>
        ListAuditEntriesRequest: MessageTypeDefinition<_orderplacing_auth_v1_ListAuditEntriesRequest, _orderplacing_auth_v1_ListAuditEntriesRequestOutput>
        ListAuditEntriesResponse: MessageTypeDefinition<_orderplacing_auth_v1_ListAuditEntriesResponse, _orderplacing_auth_v1_ListAuditEntriesResponseOutput>
        ListKeysRequest: MessageTypeDefinition<_orderplacing_auth_v1_ListKeysRequest, _orderplacing_auth_v1_ListKeysRequestOutput>
        ListKeysResponse: MessageTypeDefinition<_orderplacing_auth_v1_ListKeysResponse, _orderplacing_auth_v1_ListKeysResponseOutput>
        ListSessionsRequest: MessageTypeDefinition<_orderplacing_auth_v1_ListSessionsRequest, _orderplacing_auth_v1_ListSessionsRequestOutput>
        ListSessionsResponse: MessageTypeDefinition<_orderplacing_auth_v1_ListSessionsResponse, _orderplacing_auth_v1_ListSessionsResponseOutput>
        LoginRequest: MessageTypeDefinition<_orderplacing_auth_v1_LoginRequest, _orderplacing_auth_v1_LoginRequestOutput>
        LoginResponse: MessageTypeDefinition<_orderplacing_auth_v1_LoginResponse, _orderplacing_auth_v1_LoginResponseOutput>
        LogoutRequest: MessageTypeDefinition<_orderplacing_auth_v1_LogoutRequest, _orderplacing_auth_v1_LogoutRequestOutput>
        LogoutResponse: MessageTypeDefinition<_orderplacing_auth_v1_LogoutResponse, _orderplacing_auth_v1_LogoutResponseOutput>
        OpenSession: MessageTypeDefinition<_orderplacing_auth_v1_OpenSession, _orderplacing_auth_v1_OpenSessionOutput>
        RefreshRequest: MessageTypeDefinition<_orderplacing_auth_v1_RefreshRequest, _orderplacing_auth_v1_RefreshRequestOutput>
        RefreshResponse: MessageTypeDefinition<_orderplacing_auth_v1_RefreshResponse, _orderplacing_auth_v1_RefreshResponseOutput>
        RegisterRequest: MessageTypeDefinition<_orderplacing_auth_v1_RegisterRequest, _orderplacing_auth_v1_RegisterRequestOutput>
        RegisterResponse: MessageTypeDefinition<_orderplacing_auth_v1_RegisterResponse, _orderplacing_auth_v1_RegisterResponseOutput>
        RenameAccountRequest: MessageTypeDefinition<_orderplacing_auth_v1_RenameAccountRequest, _orderplacing_auth_v1_RenameAccountRequestOutput>
        RenameAccountResponse: MessageTypeDefinition<_orderplacing_auth_v1_RenameAccountResponse, _orderplacing_auth_v1_RenameAccountResponseOutput>
        RequestPasswordResetRequest: MessageTypeDefinition<_orderplacing_auth_v1_RequestPasswordResetRequest, _orderplacing_auth_v1_RequestPasswordResetRequestOutput>
        RequestPasswordResetResponse: MessageTypeDefinition<_orderplacing_auth_v1_RequestPasswordResetResponse, _orderplacing_auth_v1_RequestPasswordResetResponseOutput>
        ResendVerificationRequest: MessageTypeDefinition<_orderplacing_auth_v1_ResendVerificationRequest, _orderplacing_auth_v1_ResendVerificationRequestOutput>
        ResendVerificationResponse: MessageTypeDefinition<_orderplacing_auth_v1_ResendVerificationResponse, _orderplacing_auth_v1_ResendVerificationResponseOutput>
        ResetPasswordRequest: MessageTypeDefinition<_orderplacing_auth_v1_ResetPasswordRequest, _orderplacing_auth_v1_ResetPasswordRequestOutput>
        ResetPasswordResponse: MessageTypeDefinition<_orderplacing_auth_v1_ResetPasswordResponse, _orderplacing_auth_v1_ResetPasswordResponseOutput>
        Role: EnumTypeDefinition
        Session: MessageTypeDefinition<_orderplacing_auth_v1_Session, _orderplacing_auth_v1_SessionOutput>
        User: MessageTypeDefinition<_orderplacing_auth_v1_User, _orderplacing_auth_v1_UserOutput>
        VerifyEmailRequest: MessageTypeDefinition<_orderplacing_auth_v1_VerifyEmailRequest, _orderplacing_auth_v1_VerifyEmailRequestOutput>
        VerifyEmailResponse: MessageTypeDefinition<_orderplacing_auth_v1_VerifyEmailResponse, _orderplacing_auth_v1_VerifyEmailResponseOutput>
      }
    }
  }
}

