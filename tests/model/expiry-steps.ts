import { absent, anOrder, ask, aVoid, type Protocol, type ProtocolStep, type Variant } from './protocol';
import { held } from './stock-step';

const [idle, looks, fences, expires] = [0, 1, 2, 3];

/** Everything that the expiry sweeps may do next: a reservation may be old at any moment. */
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
  const epoch = state[`${sweep}Epoch`]!;
  const moved = (to: number, named = epoch) => ({ ...state, [sweep]: to, [`${sweep}Epoch`]: to === idle ? 0 : named });
  const back = moved(idle);
  switch (state[sweep]) {
    case idle:
      return state.reservation === held
        ? [{ name: `${who} lists epoch ${String(state.epoch)}`, to: moved(looks, state.epoch) }]
        : [];
    case looks: {
      const next = variant.without === 8 ? expires : fences;
      const name = state.doc === anOrder ? `${who} finds the order` : `${who} finds no order`;
      return [{ name, to: state.doc === anOrder ? back : moved(next!) }];
    }
    case fences: {
      const fenced = fence(moved(expires!), epoch);
      const isVoid = fenced.doc === aVoid && fenced.docEpoch >= epoch;
      return [
        { name: `${who} crashes`, to: back },
        { name: `${who} writes a Void`, to: isVoid ? fenced : back },
      ];
    }
    default:
      return [
        { name: `${who} crashes`, to: back },
        { name: `${who} expires epoch ${String(epoch)}`, to: expireAs(back, epoch, variant) },
        { name: `${who} gives up on its call`, to: { ...back, lateExpire: state.lateExpire | (1 << (epoch - 1)) } },
      ];
  }
}

function fence(state: Protocol, epoch: number): Protocol {
  if (state.doc === anOrder) return state;
  const docEpoch = state.doc === absent ? epoch : Math.max(state.docEpoch, epoch);
  return { ...state, doc: aVoid, docEpoch };
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
