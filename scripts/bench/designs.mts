// What each chain is made of: the system itself, or a reference beside it.
import path from 'node:path';
import type { Variables } from '../local/system/env-file.mts';
import { root } from '../local/system/folders.mts';

export type Service = 'auth' | 'inventory' | 'order' | 'processor' | 'gateway';

export interface Member {
  /** `order`, or `inventory-2` for a second one. */
  name: string;
  service: Service;
  /** Another program than the service's own main. */
  entry?: string;
  env?: Variables;
}

export interface Design {
  members: Member[];
  /** Where its services are built: this checkout, or the one to compare with. */
  checkout: string;
}

export const chainNames = [
  'system',
  'paused',
  'two inventories',
  'traced',
  'traced, one in ten',
  'filled',
  'ceiling',
  'one transaction an order',
  'monolith',
  'before',
  'before, paused',
] as const;
export type ChainName = (typeof chainNames)[number];

export const allServices = ['auth', 'inventory', 'order', 'processor', 'gateway'] as const;
const placing = ['inventory', 'order', 'gateway'] as const;
const membersOf = (services: readonly Service[], env: Variables = {}): Member[] =>
  services.map((service) => ({ name: service, service, env }));

/** What each chain is made of; those without an auth use the system's. */
export function designOf(chain: ChainName, { standInPort, against = root }: ChainSetting): Design {
  const standIn = `http://127.0.0.1:${standInPort}`;
  const paused = { AWS_ENDPOINT_URL: standIn };
  const traced = { ...paused, OTEL_EXPORTER_OTLP_ENDPOINT: standIn };
  const sampled = { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' };
  const of = (members: Member[], checkout = root) => ({ members, checkout });
  const designs: Record<ChainName, Design> = {
    system: of(membersOf(allServices)),
    // Its queue takes every message and gives none out: publishing is paid for, and settling is not.
    paused: of(membersOf(placing, paused)),
    filled: of(membersOf(placing, paused)),
    'two inventories': of([{ name: 'inventory-2', service: 'inventory' }, ...membersOf(placing, paused)]),
    traced: of(membersOf(placing, traced)),
    'traced, one in ten': of(membersOf(placing, { ...traced, ...sampled })),
    ceiling: of([
      ...reference(['inventory', 'order'], { BENCH_REFERENCE: 'nothing' }),
      ...reference(['gateway'], {}, 'ceiling-gateway'),
    ]),
    'one transaction an order': of([...reference(['inventory', 'order']), ...membersOf(['gateway'])]),
    monolith: of(reference(['gateway'], {}, 'monolith')),
    before: of(membersOf(allServices), against),
    'before, paused': of(membersOf(placing, paused), against),
  };
  return designs[chain];
}

const reference = (services: readonly Service[], env: Variables = {}, file?: string): Member[] =>
  membersOf(services, env).map((member) => ({
    ...member,
    entry: path.join(root, 'scripts/bench/reference', `${file ?? member.service}.mts`),
  }));

export interface ChainSetting {
  /** Logs go here. */
  folder: string;
  /** What every process gets. */
  env: Variables;
  standInPort: number;
  against?: string | undefined;
  /** Of the system, for chains without an auth. */
  authPorts?: string[];
  profileFolder?: string | undefined;
}
