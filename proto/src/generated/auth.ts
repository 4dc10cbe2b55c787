import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from './google/protobuf/Timestamp';
import type { AuthServiceClient as _orderplacing_auth_v1_AuthServiceClient, AuthServiceDefinition as _orderplacing_auth_v1_AuthServiceDefinition } from './orderplacing/auth/v1/AuthService';
import type { EndAllSessionsRequest as _orderplacing_auth_v1_EndAllSessionsRequest, EndAllSessionsRequestOutput as _orderplacing_auth_v1_EndAllSessionsRequestOutput } from './orderplacing/auth/v1/EndAllSessionsRequest';
import type { EndAllSessionsResponse as _orderplacing_auth_v1_EndAllSessionsResponse, EndAllSessionsResponseOutput as _orderplacing_auth_v1_EndAllSessionsResponseOutput } from './orderplacing/auth/v1/EndAllSessionsResponse';
import type { EndSessionRequest as _orderplacing_auth_v1_EndSessionRequest, EndSessionRequestOutput as _orderplacing_auth_v1_EndSessionRequestOutput } from './orderplacing/auth/v1/EndSessionRequest';
import type { EndSessionResponse as _orderplacing_auth_v1_EndSessionResponse, EndSessionResponseOutput as _orderplacing_auth_v1_EndSessionResponseOutput } from './orderplacing/auth/v1/EndSessionResponse';
import type { GetUsersRequest as _orderplacing_auth_v1_GetUsersRequest, GetUsersRequestOutput as _orderplacing_auth_v1_GetUsersRequestOutput } from './orderplacing/auth/v1/GetUsersRequest';
import type { GetUsersResponse as _orderplacing_auth_v1_GetUsersResponse, GetUsersResponseOutput as _orderplacing_auth_v1_GetUsersResponseOutput } from './orderplacing/auth/v1/GetUsersResponse';
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
import type { Session as _orderplacing_auth_v1_Session, SessionOutput as _orderplacing_auth_v1_SessionOutput } from './orderplacing/auth/v1/Session';
import type { User as _orderplacing_auth_v1_User, UserOutput as _orderplacing_auth_v1_UserOutput } from './orderplacing/auth/v1/User';

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
    auth: {
      v1: {
        /**
         * AuthService knows who someone is: accounts, sessions and the keys that sign access tokens.
         */
        AuthService: SubtypeConstructor<typeof grpc.Client, _orderplacing_auth_v1_AuthServiceClient> & { service: _orderplacing_auth_v1_AuthServiceDefinition }
        EndAllSessionsRequest: MessageTypeDefinition<_orderplacing_auth_v1_EndAllSessionsRequest, _orderplacing_auth_v1_EndAllSessionsRequestOutput>
        EndAllSessionsResponse: MessageTypeDefinition<_orderplacing_auth_v1_EndAllSessionsResponse, _orderplacing_auth_v1_EndAllSessionsResponseOutput>
        EndSessionRequest: MessageTypeDefinition<_orderplacing_auth_v1_EndSessionRequest, _orderplacing_auth_v1_EndSessionRequestOutput>
        EndSessionResponse: MessageTypeDefinition<_orderplacing_auth_v1_EndSessionResponse, _orderplacing_auth_v1_EndSessionResponseOutput>
        GetUsersRequest: MessageTypeDefinition<_orderplacing_auth_v1_GetUsersRequest, _orderplacing_auth_v1_GetUsersRequestOutput>
        GetUsersResponse: MessageTypeDefinition<_orderplacing_auth_v1_GetUsersResponse, _orderplacing_auth_v1_GetUsersResponseOutput>
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
        Role: EnumTypeDefinition
        Session: MessageTypeDefinition<_orderplacing_auth_v1_Session, _orderplacing_auth_v1_SessionOutput>
        User: MessageTypeDefinition<_orderplacing_auth_v1_User, _orderplacing_auth_v1_UserOutput>
      }
    }
  }
}

