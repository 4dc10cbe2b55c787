import {
  anOrder,
  ask,
  isPending,
  statusAfter,
  pending,
  type Protocol,
  type ProtocolStep,
  type Variant,
} from './protocol';
import { expired, released } from './stock-step';

// The next step of a worker: idle, one of three calls for its message, or deleting it.
const [idle, first, second, third, deletes] = [0, 1, 2, 3, 4];

/** The steps of the processor's workers, and of their calls that take effect after the worker timed out. */
export function settleSteps(state: Protocol, variant: Variant): ProtocolStep[] {
  const workers = (['worker1', 'worker2'] as const).slice(0, variant.bounds.workers);
  return [
    ...workers.flatMap((worker, index) => workerSteps(state, { worker, who: `worker ${String(index + 1)}`, variant })),
    ...lateSteps(state, variant),
  ];
}

interface Work {
  worker: 'worker1' | 'worker2';
  who: string;
  variant: Variant;
}

function workerSteps(state: Protocol, { worker, who, variant }: Work): ProtocolStep[] {
  const at = state[worker];
  if (at === idle) {
    return state.queue > 0 ? [{ name: `${who} receives the message`, to: { ...state, [worker]: first } }] : [];
  }
  const back = { ...state, [worker]: idle };
  const crash = { name: `${who} crashes`, to: back };
  if (at === deletes) {
    return [crash, { name: `${who} deletes the message`, to: { ...back, queue: Math.max(0, state.queue - 1) } }];
  }
  const call = callsOf(variant)[at]!;
  const after = { ...effects[call](state, variant), [worker]: at === third ? deletes : at === first ? second : third };
  const steps = [crash, { name: `${who} ${words[call]}`, to: after }];
  if (!variant.bounds.hasLateSettles) return steps;
  return [...steps, { name: `${who} times out on its call`, to: { ...back, [lateOf[call]]: 1 } }];
}

type Call = 'commit' | 'record' | 'settle';

const callsOf = ({ without }: Variant): (Call | undefined)[] =>
  without === 12 ? [undefined, 'commit', 'settle', 'record'] : [undefined, 'commit', 'record', 'settle'];

const words: Record<Call, string> = { commit: 'commits', record: 'records the mail', settle: 'settles' };
const lateOf = { commit: 'lateCommit', record: 'lateRecord', settle: 'lateSettle' } as const;

const effects: Record<Call, (state: Protocol, variant: Variant) => Protocol> = {
  commit: (state, { without }) => {
    const takes = without === 4 && state.reservation === released;
    const taken = takes
      ? { ...ask({ ...state, reservation: expired }, 'reserve', state.body).to, epoch: state.epoch }
      : state;
    const { answer, to } = ask(taken, 'commit');
    return answer === 'not held' ? { ...to, alarm: 1 } : to;
  },
  record: (state) => ({ ...state, ledger: 1 }),
  settle: (state, { without }) => {
    if (without === 11 && state.doc === anOrder) return { ...state, status: statusAfter(pending, 'process') };
    if (state.doc !== anOrder) return state;
    // A Failed order is published again until the processor has settled it.
    const settled = { ...state, republish: 0 };
    // A message that is being settled has arrived; its outbox entry goes with the same write.
    return isPending(state) ? { ...settled, status: statusAfter(state.status, 'process'), publish: 0 } : settled;
  },
};

function lateSteps(state: Protocol, variant: Variant): ProtocolStep[] {
  return (Object.keys(lateOf) as Call[]).flatMap((call) => {
    if (state[lateOf[call]] === 0) return [];
    const without = { ...state, [lateOf[call]]: 0 };
    return [
      { name: `a late call ${words[call]}`, to: effects[call](without, variant) },
      { name: `a late call that ${words[call]} is lost`, to: without },
    ];
  });
}
