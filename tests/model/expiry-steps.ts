import { absent, anOrder, ask, aTombstone, type Protocol, type ProtocolStep, type Variant } from './protocol';
import { held } from './stock-step';

const [idle, reads, writes, expires] = [0, 1, 2, 3] as const;

/** The steps of the expiry sweeps: a reservation may be old at any moment. */
export function expirySteps(state: Protocol, variant: Variant): ProtocolStep[] {
  const sweeps = (['sweep1', 'sweep2'] as const).slice(0, variant.bounds.sweeps);
  return [
    ...sweeps.flatMap((sweep, index) => sweepSteps(state, { sweep, who: `sweep ${String(index + 1)}`, variant })),
    ...lateSteps(state, variant),
  ];
}

interface Sweep {
  sweep: 'sweep1' | 'sweep2';
  who: string;
  variant: Variant;
}

function sweepSteps(state: Protocol, { sweep, who, variant }: Sweep): ProtocolStep[] {
  const epoch = state[`${sweep}Epoch`];
  const moved = (to: number, named = epoch) => ({ ...state, [sweep]: to, [`${sweep}Epoch`]: to === idle ? 0 : named });
  switch (state[sweep]) {
    case idle:
      return state.reservation === held
        ? [{ name: `${who} lists epoch ${String(state.epoch)}`, to: moved(reads, state.epoch) }]
        : [];
    case reads:
      return state.doc === anOrder
        ? [{ name: `${who} finds the order`, to: moved(idle) }]
        : [{ name: `${who} finds no order`, to: moved(variant.without === 8 ? expires : writes) }];
    case writes:
      return tombstoneSteps({ who, epoch, back: moved(idle), after: writeTombstone(moved(expires), epoch) });
    default:
      return expireSteps(moved(idle), { who, epoch, variant });
  }
}

function tombstoneSteps({ who, epoch, back, after }: { who: string; epoch: number; back: Protocol; after: Protocol }) {
  const isTombstone = after.doc === aTombstone && after.docEpoch >= epoch;
  return [
    { name: `${who} crashes`, to: back },
    { name: `${who} writes a tombstone`, to: isTombstone ? after : back },
  ];
}

function expireSteps(back: Protocol, { who, epoch, variant }: { who: string; epoch: number; variant: Variant }) {
  return [
    { name: `${who} crashes`, to: back },
    { name: `${who} expires epoch ${String(epoch)}`, to: expireAs(back, epoch, variant) },
    { name: `${who} times out on its call`, to: { ...back, lateExpire: back.lateExpire | (1 << (epoch - 1)) } },
  ];
}

function writeTombstone(state: Protocol, epoch: number): Protocol {
  if (state.doc === anOrder) return state;
  const docEpoch = state.doc === absent ? epoch : Math.max(state.docEpoch, epoch);
  return { ...state, doc: aTombstone, docEpoch };
}

const expireAs = (state: Protocol, epoch: number, { without }: Variant): Protocol =>
  ask(state, 'expire', without === 6 ? state.epoch : epoch).to;

function lateSteps(state: Protocol, variant: Variant): ProtocolStep[] {
  const steps: ProtocolStep[] = [];
  for (let epoch = 1; 1 << (epoch - 1) <= state.lateExpire; epoch += 1) {
    const bit = 1 << (epoch - 1);
    if ((state.lateExpire & bit) === 0) continue;
    const without = { ...state, lateExpire: state.lateExpire - bit };
    steps.push({ name: `a late expiry of epoch ${String(epoch)} arrives`, to: expireAs(without, epoch, variant) });
    steps.push({ name: `a late expiry of epoch ${String(epoch)} is lost`, to: without });
  }
  return steps;
}
