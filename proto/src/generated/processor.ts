import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from './google/protobuf/Timestamp';
import type { AuditEntry as _orderplacing_audit_v1_AuditEntry, AuditEntryOutput as _orderplacing_audit_v1_AuditEntryOutput } from './orderplacing/audit/v1/AuditEntry';
import type { AccountMail as _orderplacing_processor_v1_AccountMail, AccountMailOutput as _orderplacing_processor_v1_AccountMailOutput } from './orderplacing/processor/v1/AccountMail';
import type { DeadLetter as _orderplacing_processor_v1_DeadLetter, DeadLetterOutput as _orderplacing_processor_v1_DeadLetterOutput } from './orderplacing/processor/v1/DeadLetter';
import type { DiscardDeadLetterRequest as _orderplacing_processor_v1_DiscardDeadLetterRequest, DiscardDeadLetterRequestOutput as _orderplacing_processor_v1_DiscardDeadLetterRequestOutput } from './orderplacing/processor/v1/DiscardDeadLetterRequest';
import type { DiscardDeadLetterResponse as _orderplacing_processor_v1_DiscardDeadLetterResponse, DiscardDeadLetterResponseOutput as _orderplacing_processor_v1_DiscardDeadLetterResponseOutput } from './orderplacing/processor/v1/DiscardDeadLetterResponse';
import type { GetMailRequest as _orderplacing_processor_v1_GetMailRequest, GetMailRequestOutput as _orderplacing_processor_v1_GetMailRequestOutput } from './orderplacing/processor/v1/GetMailRequest';
import type { GetMailResponse as _orderplacing_processor_v1_GetMailResponse, GetMailResponseOutput as _orderplacing_processor_v1_GetMailResponseOutput } from './orderplacing/processor/v1/GetMailResponse';
import type { GetMailsRequest as _orderplacing_processor_v1_GetMailsRequest, GetMailsRequestOutput as _orderplacing_processor_v1_GetMailsRequestOutput } from './orderplacing/processor/v1/GetMailsRequest';
import type { GetMailsResponse as _orderplacing_processor_v1_GetMailsResponse, GetMailsResponseOutput as _orderplacing_processor_v1_GetMailsResponseOutput } from './orderplacing/processor/v1/GetMailsResponse';
import type { GetQueueRequest as _orderplacing_processor_v1_GetQueueRequest, GetQueueRequestOutput as _orderplacing_processor_v1_GetQueueRequestOutput } from './orderplacing/processor/v1/GetQueueRequest';
import type { GetQueueResponse as _orderplacing_processor_v1_GetQueueResponse, GetQueueResponseOutput as _orderplacing_processor_v1_GetQueueResponseOutput } from './orderplacing/processor/v1/GetQueueResponse';
import type { ListAccountMailsRequest as _orderplacing_processor_v1_ListAccountMailsRequest, ListAccountMailsRequestOutput as _orderplacing_processor_v1_ListAccountMailsRequestOutput } from './orderplacing/processor/v1/ListAccountMailsRequest';
import type { ListAccountMailsResponse as _orderplacing_processor_v1_ListAccountMailsResponse, ListAccountMailsResponseOutput as _orderplacing_processor_v1_ListAccountMailsResponseOutput } from './orderplacing/processor/v1/ListAccountMailsResponse';
import type { ListAuditEntriesRequest as _orderplacing_processor_v1_ListAuditEntriesRequest, ListAuditEntriesRequestOutput as _orderplacing_processor_v1_ListAuditEntriesRequestOutput } from './orderplacing/processor/v1/ListAuditEntriesRequest';
import type { ListAuditEntriesResponse as _orderplacing_processor_v1_ListAuditEntriesResponse, ListAuditEntriesResponseOutput as _orderplacing_processor_v1_ListAuditEntriesResponseOutput } from './orderplacing/processor/v1/ListAuditEntriesResponse';
import type { ListDeadLettersRequest as _orderplacing_processor_v1_ListDeadLettersRequest, ListDeadLettersRequestOutput as _orderplacing_processor_v1_ListDeadLettersRequestOutput } from './orderplacing/processor/v1/ListDeadLettersRequest';
import type { ListDeadLettersResponse as _orderplacing_processor_v1_ListDeadLettersResponse, ListDeadLettersResponseOutput as _orderplacing_processor_v1_ListDeadLettersResponseOutput } from './orderplacing/processor/v1/ListDeadLettersResponse';
import type { ListOperatorActsRequest as _orderplacing_processor_v1_ListOperatorActsRequest, ListOperatorActsRequestOutput as _orderplacing_processor_v1_ListOperatorActsRequestOutput } from './orderplacing/processor/v1/ListOperatorActsRequest';
import type { ListOperatorActsResponse as _orderplacing_processor_v1_ListOperatorActsResponse, ListOperatorActsResponseOutput as _orderplacing_processor_v1_ListOperatorActsResponseOutput } from './orderplacing/processor/v1/ListOperatorActsResponse';
import type { Mail as _orderplacing_processor_v1_Mail, MailOutput as _orderplacing_processor_v1_MailOutput } from './orderplacing/processor/v1/Mail';
import type { OperatorAct as _orderplacing_processor_v1_OperatorAct, OperatorActOutput as _orderplacing_processor_v1_OperatorActOutput } from './orderplacing/processor/v1/OperatorAct';
import type { ProcessorServiceClient as _orderplacing_processor_v1_ProcessorServiceClient, ProcessorServiceDefinition as _orderplacing_processor_v1_ProcessorServiceDefinition } from './orderplacing/processor/v1/ProcessorService';
import type { RedriveDeadLettersRequest as _orderplacing_processor_v1_RedriveDeadLettersRequest, RedriveDeadLettersRequestOutput as _orderplacing_processor_v1_RedriveDeadLettersRequestOutput } from './orderplacing/processor/v1/RedriveDeadLettersRequest';
import type { RedriveDeadLettersResponse as _orderplacing_processor_v1_RedriveDeadLettersResponse, RedriveDeadLettersResponseOutput as _orderplacing_processor_v1_RedriveDeadLettersResponseOutput } from './orderplacing/processor/v1/RedriveDeadLettersResponse';

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
    processor: {
      v1: {
        AccountMail: MessageTypeDefinition<_orderplacing_processor_v1_AccountMail, _orderplacing_processor_v1_AccountMailOutput>
        DeadLetter: MessageTypeDefinition<_orderplacing_processor_v1_DeadLetter, _orderplacing_processor_v1_DeadLetterOutput>
        DiscardDeadLetterRequest: MessageTypeDefinition<_orderplacing_processor_v1_DiscardDeadLetterRequest, _orderplacing_processor_v1_DiscardDeadLetterRequestOutput>
        DiscardDeadLetterResponse: MessageTypeDefinition<_orderplacing_processor_v1_DiscardDeadLetterResponse, _orderplacing_processor_v1_DiscardDeadLetterResponseOutput>
        GetMailRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetMailRequest, _orderplacing_processor_v1_GetMailRequestOutput>
        GetMailResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetMailResponse, _orderplacing_processor_v1_GetMailResponseOutput>
        GetMailsRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetMailsRequest, _orderplacing_processor_v1_GetMailsRequestOutput>
        GetMailsResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetMailsResponse, _orderplacing_processor_v1_GetMailsResponseOutput>
        GetQueueRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetQueueRequest, _orderplacing_processor_v1_GetQueueRequestOutput>
        GetQueueResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetQueueResponse, _orderplacing_processor_v1_GetQueueResponseOutput>
        ListAccountMailsRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListAccountMailsRequest, _orderplacing_processor_v1_ListAccountMailsRequestOutput>
        ListAccountMailsResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListAccountMailsResponse, _orderplacing_processor_v1_ListAccountMailsResponseOutput>
        ListAuditEntriesRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListAuditEntriesRequest, _orderplacing_processor_v1_ListAuditEntriesRequestOutput>
        ListAuditEntriesResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListAuditEntriesResponse, _orderplacing_processor_v1_ListAuditEntriesResponseOutput>
        ListDeadLettersRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListDeadLettersRequest, _orderplacing_processor_v1_ListDeadLettersRequestOutput>
        ListDeadLettersResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListDeadLettersResponse, _orderplacing_processor_v1_ListDeadLettersResponseOutput>
        ListOperatorActsRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListOperatorActsRequest, _orderplacing_processor_v1_ListOperatorActsRequestOutput>
        ListOperatorActsResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListOperatorActsResponse, _orderplacing_processor_v1_ListOperatorActsResponseOutput>
        Mail: MessageTypeDefinition<_orderplacing_processor_v1_Mail, _orderplacing_processor_v1_MailOutput>
        MailState: EnumTypeDefinition
        OperatorAct: MessageTypeDefinition<_orderplacing_processor_v1_OperatorAct, _orderplacing_processor_v1_OperatorActOutput>
        /**
         * ProcessorService answers operators' questions about the queue and the mails, and redrives or discards dead letters for them.
         * All RPCs:
         * - UNAVAILABLE (UNAVAILABLE): the queue, the database or a service that it calls is unavailable.
         */
        ProcessorService: SubtypeConstructor<typeof grpc.Client, _orderplacing_processor_v1_ProcessorServiceClient> & { service: _orderplacing_processor_v1_ProcessorServiceDefinition }
        RedriveDeadLettersRequest: MessageTypeDefinition<_orderplacing_processor_v1_RedriveDeadLettersRequest, _orderplacing_processor_v1_RedriveDeadLettersRequestOutput>
        RedriveDeadLettersResponse: MessageTypeDefinition<_orderplacing_processor_v1_RedriveDeadLettersResponse, _orderplacing_processor_v1_RedriveDeadLettersResponseOutput>
      }
    }
  }
}

