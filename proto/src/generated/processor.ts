import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from './google/protobuf/Timestamp';
import type { AuditEntry as _orderplacing_audit_v1_AuditEntry, AuditEntryOutput as _orderplacing_audit_v1_AuditEntryOutput } from './orderplacing/audit/v1/AuditEntry';
import type { AccountMail as _orderplacing_processor_v1_AccountMail, AccountMailOutput as _orderplacing_processor_v1_AccountMailOutput } from './orderplacing/processor/v1/AccountMail';
import type { AuditedWebhook as _orderplacing_processor_v1_AuditedWebhook, AuditedWebhookOutput as _orderplacing_processor_v1_AuditedWebhookOutput } from './orderplacing/processor/v1/AuditedWebhook';
import type { CreateWebhookRequest as _orderplacing_processor_v1_CreateWebhookRequest, CreateWebhookRequestOutput as _orderplacing_processor_v1_CreateWebhookRequestOutput } from './orderplacing/processor/v1/CreateWebhookRequest';
import type { CreateWebhookResponse as _orderplacing_processor_v1_CreateWebhookResponse, CreateWebhookResponseOutput as _orderplacing_processor_v1_CreateWebhookResponseOutput } from './orderplacing/processor/v1/CreateWebhookResponse';
import type { DeadLetter as _orderplacing_processor_v1_DeadLetter, DeadLetterOutput as _orderplacing_processor_v1_DeadLetterOutput } from './orderplacing/processor/v1/DeadLetter';
import type { DeleteWebhookRequest as _orderplacing_processor_v1_DeleteWebhookRequest, DeleteWebhookRequestOutput as _orderplacing_processor_v1_DeleteWebhookRequestOutput } from './orderplacing/processor/v1/DeleteWebhookRequest';
import type { DeleteWebhookResponse as _orderplacing_processor_v1_DeleteWebhookResponse, DeleteWebhookResponseOutput as _orderplacing_processor_v1_DeleteWebhookResponseOutput } from './orderplacing/processor/v1/DeleteWebhookResponse';
import type { DiscardDeadLetterRequest as _orderplacing_processor_v1_DiscardDeadLetterRequest, DiscardDeadLetterRequestOutput as _orderplacing_processor_v1_DiscardDeadLetterRequestOutput } from './orderplacing/processor/v1/DiscardDeadLetterRequest';
import type { DiscardDeadLetterResponse as _orderplacing_processor_v1_DiscardDeadLetterResponse, DiscardDeadLetterResponseOutput as _orderplacing_processor_v1_DiscardDeadLetterResponseOutput } from './orderplacing/processor/v1/DiscardDeadLetterResponse';
import type { FailOrderRequest as _orderplacing_processor_v1_FailOrderRequest, FailOrderRequestOutput as _orderplacing_processor_v1_FailOrderRequestOutput } from './orderplacing/processor/v1/FailOrderRequest';
import type { FailOrderResponse as _orderplacing_processor_v1_FailOrderResponse, FailOrderResponseOutput as _orderplacing_processor_v1_FailOrderResponseOutput } from './orderplacing/processor/v1/FailOrderResponse';
import type { GetDeliveriesRequest as _orderplacing_processor_v1_GetDeliveriesRequest, GetDeliveriesRequestOutput as _orderplacing_processor_v1_GetDeliveriesRequestOutput } from './orderplacing/processor/v1/GetDeliveriesRequest';
import type { GetDeliveriesResponse as _orderplacing_processor_v1_GetDeliveriesResponse, GetDeliveriesResponseOutput as _orderplacing_processor_v1_GetDeliveriesResponseOutput } from './orderplacing/processor/v1/GetDeliveriesResponse';
import type { GetMailRequest as _orderplacing_processor_v1_GetMailRequest, GetMailRequestOutput as _orderplacing_processor_v1_GetMailRequestOutput } from './orderplacing/processor/v1/GetMailRequest';
import type { GetMailResponse as _orderplacing_processor_v1_GetMailResponse, GetMailResponseOutput as _orderplacing_processor_v1_GetMailResponseOutput } from './orderplacing/processor/v1/GetMailResponse';
import type { GetMailsRequest as _orderplacing_processor_v1_GetMailsRequest, GetMailsRequestOutput as _orderplacing_processor_v1_GetMailsRequestOutput } from './orderplacing/processor/v1/GetMailsRequest';
import type { GetMailsResponse as _orderplacing_processor_v1_GetMailsResponse, GetMailsResponseOutput as _orderplacing_processor_v1_GetMailsResponseOutput } from './orderplacing/processor/v1/GetMailsResponse';
import type { GetQueueRequest as _orderplacing_processor_v1_GetQueueRequest, GetQueueRequestOutput as _orderplacing_processor_v1_GetQueueRequestOutput } from './orderplacing/processor/v1/GetQueueRequest';
import type { GetQueueResponse as _orderplacing_processor_v1_GetQueueResponse, GetQueueResponseOutput as _orderplacing_processor_v1_GetQueueResponseOutput } from './orderplacing/processor/v1/GetQueueResponse';
import type { GetWebhookRequest as _orderplacing_processor_v1_GetWebhookRequest, GetWebhookRequestOutput as _orderplacing_processor_v1_GetWebhookRequestOutput } from './orderplacing/processor/v1/GetWebhookRequest';
import type { GetWebhookResponse as _orderplacing_processor_v1_GetWebhookResponse, GetWebhookResponseOutput as _orderplacing_processor_v1_GetWebhookResponseOutput } from './orderplacing/processor/v1/GetWebhookResponse';
import type { ListAccountMailsRequest as _orderplacing_processor_v1_ListAccountMailsRequest, ListAccountMailsRequestOutput as _orderplacing_processor_v1_ListAccountMailsRequestOutput } from './orderplacing/processor/v1/ListAccountMailsRequest';
import type { ListAccountMailsResponse as _orderplacing_processor_v1_ListAccountMailsResponse, ListAccountMailsResponseOutput as _orderplacing_processor_v1_ListAccountMailsResponseOutput } from './orderplacing/processor/v1/ListAccountMailsResponse';
import type { ListAuditEntriesRequest as _orderplacing_processor_v1_ListAuditEntriesRequest, ListAuditEntriesRequestOutput as _orderplacing_processor_v1_ListAuditEntriesRequestOutput } from './orderplacing/processor/v1/ListAuditEntriesRequest';
import type { ListAuditEntriesResponse as _orderplacing_processor_v1_ListAuditEntriesResponse, ListAuditEntriesResponseOutput as _orderplacing_processor_v1_ListAuditEntriesResponseOutput } from './orderplacing/processor/v1/ListAuditEntriesResponse';
import type { ListDeadLettersRequest as _orderplacing_processor_v1_ListDeadLettersRequest, ListDeadLettersRequestOutput as _orderplacing_processor_v1_ListDeadLettersRequestOutput } from './orderplacing/processor/v1/ListDeadLettersRequest';
import type { ListDeadLettersResponse as _orderplacing_processor_v1_ListDeadLettersResponse, ListDeadLettersResponseOutput as _orderplacing_processor_v1_ListDeadLettersResponseOutput } from './orderplacing/processor/v1/ListDeadLettersResponse';
import type { ListOperatorActsRequest as _orderplacing_processor_v1_ListOperatorActsRequest, ListOperatorActsRequestOutput as _orderplacing_processor_v1_ListOperatorActsRequestOutput } from './orderplacing/processor/v1/ListOperatorActsRequest';
import type { ListOperatorActsResponse as _orderplacing_processor_v1_ListOperatorActsResponse, ListOperatorActsResponseOutput as _orderplacing_processor_v1_ListOperatorActsResponseOutput } from './orderplacing/processor/v1/ListOperatorActsResponse';
import type { ListWebhookDeliveriesRequest as _orderplacing_processor_v1_ListWebhookDeliveriesRequest, ListWebhookDeliveriesRequestOutput as _orderplacing_processor_v1_ListWebhookDeliveriesRequestOutput } from './orderplacing/processor/v1/ListWebhookDeliveriesRequest';
import type { ListWebhookDeliveriesResponse as _orderplacing_processor_v1_ListWebhookDeliveriesResponse, ListWebhookDeliveriesResponseOutput as _orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput } from './orderplacing/processor/v1/ListWebhookDeliveriesResponse';
import type { ListWebhooksRequest as _orderplacing_processor_v1_ListWebhooksRequest, ListWebhooksRequestOutput as _orderplacing_processor_v1_ListWebhooksRequestOutput } from './orderplacing/processor/v1/ListWebhooksRequest';
import type { ListWebhooksResponse as _orderplacing_processor_v1_ListWebhooksResponse, ListWebhooksResponseOutput as _orderplacing_processor_v1_ListWebhooksResponseOutput } from './orderplacing/processor/v1/ListWebhooksResponse';
import type { Mail as _orderplacing_processor_v1_Mail, MailOutput as _orderplacing_processor_v1_MailOutput } from './orderplacing/processor/v1/Mail';
import type { OperatorAct as _orderplacing_processor_v1_OperatorAct, OperatorActOutput as _orderplacing_processor_v1_OperatorActOutput } from './orderplacing/processor/v1/OperatorAct';
import type { OrderDelivery as _orderplacing_processor_v1_OrderDelivery, OrderDeliveryOutput as _orderplacing_processor_v1_OrderDeliveryOutput } from './orderplacing/processor/v1/OrderDelivery';
import type { ProcessorServiceClient as _orderplacing_processor_v1_ProcessorServiceClient, ProcessorServiceDefinition as _orderplacing_processor_v1_ProcessorServiceDefinition } from './orderplacing/processor/v1/ProcessorService';
import type { RedriveDeadLettersRequest as _orderplacing_processor_v1_RedriveDeadLettersRequest, RedriveDeadLettersRequestOutput as _orderplacing_processor_v1_RedriveDeadLettersRequestOutput } from './orderplacing/processor/v1/RedriveDeadLettersRequest';
import type { RedriveDeadLettersResponse as _orderplacing_processor_v1_RedriveDeadLettersResponse, RedriveDeadLettersResponseOutput as _orderplacing_processor_v1_RedriveDeadLettersResponseOutput } from './orderplacing/processor/v1/RedriveDeadLettersResponse';
import type { ResendWebhookDeliveryRequest as _orderplacing_processor_v1_ResendWebhookDeliveryRequest, ResendWebhookDeliveryRequestOutput as _orderplacing_processor_v1_ResendWebhookDeliveryRequestOutput } from './orderplacing/processor/v1/ResendWebhookDeliveryRequest';
import type { ResendWebhookDeliveryResponse as _orderplacing_processor_v1_ResendWebhookDeliveryResponse, ResendWebhookDeliveryResponseOutput as _orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput } from './orderplacing/processor/v1/ResendWebhookDeliveryResponse';
import type { RotateWebhookSecretRequest as _orderplacing_processor_v1_RotateWebhookSecretRequest, RotateWebhookSecretRequestOutput as _orderplacing_processor_v1_RotateWebhookSecretRequestOutput } from './orderplacing/processor/v1/RotateWebhookSecretRequest';
import type { RotateWebhookSecretResponse as _orderplacing_processor_v1_RotateWebhookSecretResponse, RotateWebhookSecretResponseOutput as _orderplacing_processor_v1_RotateWebhookSecretResponseOutput } from './orderplacing/processor/v1/RotateWebhookSecretResponse';
import type { TestWebhookRequest as _orderplacing_processor_v1_TestWebhookRequest, TestWebhookRequestOutput as _orderplacing_processor_v1_TestWebhookRequestOutput } from './orderplacing/processor/v1/TestWebhookRequest';
import type { TestWebhookResponse as _orderplacing_processor_v1_TestWebhookResponse, TestWebhookResponseOutput as _orderplacing_processor_v1_TestWebhookResponseOutput } from './orderplacing/processor/v1/TestWebhookResponse';
import type { UpdateWebhookRequest as _orderplacing_processor_v1_UpdateWebhookRequest, UpdateWebhookRequestOutput as _orderplacing_processor_v1_UpdateWebhookRequestOutput } from './orderplacing/processor/v1/UpdateWebhookRequest';
import type { UpdateWebhookResponse as _orderplacing_processor_v1_UpdateWebhookResponse, UpdateWebhookResponseOutput as _orderplacing_processor_v1_UpdateWebhookResponseOutput } from './orderplacing/processor/v1/UpdateWebhookResponse';
import type { Webhook as _orderplacing_processor_v1_Webhook, WebhookOutput as _orderplacing_processor_v1_WebhookOutput } from './orderplacing/processor/v1/Webhook';
import type { WebhookDelivery as _orderplacing_processor_v1_WebhookDelivery, WebhookDeliveryOutput as _orderplacing_processor_v1_WebhookDeliveryOutput } from './orderplacing/processor/v1/WebhookDelivery';

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
        AuditedWebhook: MessageTypeDefinition<_orderplacing_processor_v1_AuditedWebhook, _orderplacing_processor_v1_AuditedWebhookOutput>
        CreateWebhookRequest: MessageTypeDefinition<_orderplacing_processor_v1_CreateWebhookRequest, _orderplacing_processor_v1_CreateWebhookRequestOutput>
        CreateWebhookResponse: MessageTypeDefinition<_orderplacing_processor_v1_CreateWebhookResponse, _orderplacing_processor_v1_CreateWebhookResponseOutput>
        DeadLetter: MessageTypeDefinition<_orderplacing_processor_v1_DeadLetter, _orderplacing_processor_v1_DeadLetterOutput>
        DeleteWebhookRequest: MessageTypeDefinition<_orderplacing_processor_v1_DeleteWebhookRequest, _orderplacing_processor_v1_DeleteWebhookRequestOutput>
        DeleteWebhookResponse: MessageTypeDefinition<_orderplacing_processor_v1_DeleteWebhookResponse, _orderplacing_processor_v1_DeleteWebhookResponseOutput>
        DiscardDeadLetterRequest: MessageTypeDefinition<_orderplacing_processor_v1_DiscardDeadLetterRequest, _orderplacing_processor_v1_DiscardDeadLetterRequestOutput>
        DiscardDeadLetterResponse: MessageTypeDefinition<_orderplacing_processor_v1_DiscardDeadLetterResponse, _orderplacing_processor_v1_DiscardDeadLetterResponseOutput>
        FailOrderRequest: MessageTypeDefinition<_orderplacing_processor_v1_FailOrderRequest, _orderplacing_processor_v1_FailOrderRequestOutput>
        FailOrderResponse: MessageTypeDefinition<_orderplacing_processor_v1_FailOrderResponse, _orderplacing_processor_v1_FailOrderResponseOutput>
        GetDeliveriesRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetDeliveriesRequest, _orderplacing_processor_v1_GetDeliveriesRequestOutput>
        GetDeliveriesResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetDeliveriesResponse, _orderplacing_processor_v1_GetDeliveriesResponseOutput>
        GetMailRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetMailRequest, _orderplacing_processor_v1_GetMailRequestOutput>
        GetMailResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetMailResponse, _orderplacing_processor_v1_GetMailResponseOutput>
        GetMailsRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetMailsRequest, _orderplacing_processor_v1_GetMailsRequestOutput>
        GetMailsResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetMailsResponse, _orderplacing_processor_v1_GetMailsResponseOutput>
        GetQueueRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetQueueRequest, _orderplacing_processor_v1_GetQueueRequestOutput>
        GetQueueResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetQueueResponse, _orderplacing_processor_v1_GetQueueResponseOutput>
        GetWebhookRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetWebhookRequest, _orderplacing_processor_v1_GetWebhookRequestOutput>
        GetWebhookResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetWebhookResponse, _orderplacing_processor_v1_GetWebhookResponseOutput>
        ListAccountMailsRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListAccountMailsRequest, _orderplacing_processor_v1_ListAccountMailsRequestOutput>
        ListAccountMailsResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListAccountMailsResponse, _orderplacing_processor_v1_ListAccountMailsResponseOutput>
        ListAuditEntriesRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListAuditEntriesRequest, _orderplacing_processor_v1_ListAuditEntriesRequestOutput>
        ListAuditEntriesResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListAuditEntriesResponse, _orderplacing_processor_v1_ListAuditEntriesResponseOutput>
        ListDeadLettersRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListDeadLettersRequest, _orderplacing_processor_v1_ListDeadLettersRequestOutput>
        ListDeadLettersResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListDeadLettersResponse, _orderplacing_processor_v1_ListDeadLettersResponseOutput>
        ListOperatorActsRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListOperatorActsRequest, _orderplacing_processor_v1_ListOperatorActsRequestOutput>
        ListOperatorActsResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListOperatorActsResponse, _orderplacing_processor_v1_ListOperatorActsResponseOutput>
        ListWebhookDeliveriesRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListWebhookDeliveriesRequest, _orderplacing_processor_v1_ListWebhookDeliveriesRequestOutput>
        ListWebhookDeliveriesResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListWebhookDeliveriesResponse, _orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>
        ListWebhooksRequest: MessageTypeDefinition<_orderplacing_processor_v1_ListWebhooksRequest, _orderplacing_processor_v1_ListWebhooksRequestOutput>
        ListWebhooksResponse: MessageTypeDefinition<_orderplacing_processor_v1_ListWebhooksResponse, _orderplacing_processor_v1_ListWebhooksResponseOutput>
        Mail: MessageTypeDefinition<_orderplacing_processor_v1_Mail, _orderplacing_processor_v1_MailOutput>
        MailState: EnumTypeDefinition
        OperatorAct: MessageTypeDefinition<_orderplacing_processor_v1_OperatorAct, _orderplacing_processor_v1_OperatorActOutput>
        OrderDelivery: MessageTypeDefinition<_orderplacing_processor_v1_OrderDelivery, _orderplacing_processor_v1_OrderDeliveryOutput>
        /**
         * ProcessorService answers operators' questions about the queue and the mails, redrives or discards dead letters for
         * them, fails orders, and keeps the webhooks.
         * All RPCs:
         * - UNAVAILABLE (UNAVAILABLE): the queue, the database or a service that it calls is unavailable.
         */
        ProcessorService: SubtypeConstructor<typeof grpc.Client, _orderplacing_processor_v1_ProcessorServiceClient> & { service: _orderplacing_processor_v1_ProcessorServiceDefinition }
        RedriveDeadLettersRequest: MessageTypeDefinition<_orderplacing_processor_v1_RedriveDeadLettersRequest, _orderplacing_processor_v1_RedriveDeadLettersRequestOutput>
        RedriveDeadLettersResponse: MessageTypeDefinition<_orderplacing_processor_v1_RedriveDeadLettersResponse, _orderplacing_processor_v1_RedriveDeadLettersResponseOutput>
        ResendWebhookDeliveryRequest: MessageTypeDefinition<_orderplacing_processor_v1_ResendWebhookDeliveryRequest, _orderplacing_processor_v1_ResendWebhookDeliveryRequestOutput>
        ResendWebhookDeliveryResponse: MessageTypeDefinition<_orderplacing_processor_v1_ResendWebhookDeliveryResponse, _orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>
        RotateWebhookSecretRequest: MessageTypeDefinition<_orderplacing_processor_v1_RotateWebhookSecretRequest, _orderplacing_processor_v1_RotateWebhookSecretRequestOutput>
        RotateWebhookSecretResponse: MessageTypeDefinition<_orderplacing_processor_v1_RotateWebhookSecretResponse, _orderplacing_processor_v1_RotateWebhookSecretResponseOutput>
        TestWebhookRequest: MessageTypeDefinition<_orderplacing_processor_v1_TestWebhookRequest, _orderplacing_processor_v1_TestWebhookRequestOutput>
        TestWebhookResponse: MessageTypeDefinition<_orderplacing_processor_v1_TestWebhookResponse, _orderplacing_processor_v1_TestWebhookResponseOutput>
        UpdateWebhookRequest: MessageTypeDefinition<_orderplacing_processor_v1_UpdateWebhookRequest, _orderplacing_processor_v1_UpdateWebhookRequestOutput>
        UpdateWebhookResponse: MessageTypeDefinition<_orderplacing_processor_v1_UpdateWebhookResponse, _orderplacing_processor_v1_UpdateWebhookResponseOutput>
        Webhook: MessageTypeDefinition<_orderplacing_processor_v1_Webhook, _orderplacing_processor_v1_WebhookOutput>
        WebhookDelivery: MessageTypeDefinition<_orderplacing_processor_v1_WebhookDelivery, _orderplacing_processor_v1_WebhookDeliveryOutput>
        WebhookDeliveryStatus: EnumTypeDefinition
        WebhookEvent: EnumTypeDefinition
      }
    }
  }
}

