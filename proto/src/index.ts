import { join } from 'node:path';
import { loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { loaderOptions } from './loader-options';
import type { ProtoGrpcType as AuthProtos } from './generated/auth';
import type { ProtoGrpcType as CallsProtos } from './generated/calls';
import type { ProtoGrpcType as InventoryProtos } from './generated/inventory';
import type { ProtoGrpcType as OrderProtos } from './generated/order';
import type { ProtoGrpcType as ProcessorProtos } from './generated/processor';

type Protos = AuthProtos['orderplacing'] &
  CallsProtos['orderplacing'] &
  InventoryProtos['orderplacing'] &
  OrderProtos['orderplacing'] &
  ProcessorProtos['orderplacing'];

const names = ['auth', 'calls', 'inventory', 'order', 'processor'];
const protoRoot = join(__dirname, '..');

/** Every package as the loader read it; server reflection wants this form. */
export const packageDefinition = loadSync(
  names.map((name) => `orderplacing/${name}/v1/${name}.proto`),
  { ...loaderOptions, includeDirs: [protoRoot] },
);

const protos = (loadPackageDefinition(packageDefinition) as unknown as { orderplacing: Protos }).orderplacing;

/** Client constructors, each with its `service` definition for servers. */
export const { AuthService } = protos.auth.v1;
export const { CallsService } = protos.calls.v1;
export const { InventoryService } = protos.inventory.v1;
export const { OrderService } = protos.order.v1;
export const { ProcessorService } = protos.processor.v1;
