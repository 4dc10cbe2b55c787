import { anOrder, ask, isPending, statusAfter, type Protocol, type ProtocolStep, type Variant } from './protocol';
import { expired } from './stock-step';

const [, owed, acknowledged, removedEarly] = [0, 1, 2, 3];
const mostMessages = 2;

/** Cancel, giving up, the relay of both kinds of entries, publishing again, and a queue that is lost. */
export function outboxSteps(state: Protocol, variant: Variant): ProtocolStep[] {
  if (state.doc !== anOrder) return [];
  return [
    ...endings(state, variant),
    ...publishSteps(state),
    ...releaseSteps(state, variant),
    ...lateRelease(state, variant),
  ];
}

function endings(state: Protocol, { bounds }: Variant): ProtocolStep[] {
  if (!isPending(state)) return [];
  const cancel = { ...state, status: statusAfter(state.status, 'cancel'), release: owed, republish: 0 };
  const fail = { ...state, status: statusAfter(state.status, 'fail'), release: owed, publish: owed };
  return [
    { name: 'the buyer cancels', to: cancel },
    ...(bounds.canFail ? [{ name: 'an operator gives the order up', to: fail }] : []),
  ];
}

function publishSteps(state: Protocol): ProtocolStep[] {
  const steps: ProtocolStep[] = [];
  const { publish, queue } = state;
  if (publish === owed && queue < mostMessages) {
    steps.push({ name: 'the relay sends the message', to: { ...state, queue: queue + 1, publish: acknowledged } });
  }
  if (publish === acknowledged) {
    steps.push({ name: 'the relay removes the publish entry', to: { ...state, publish: 0 } });
    steps.push({ name: 'the relay crashes before it removes the publish entry', to: { ...state, publish: owed } });
  }
  if (state.republish === 1 && publish === 0 && queue === 0) {
    steps.push({ name: 'the order is published again', to: { ...state, publish: owed } });
  }
  if (queue > 0) steps.push({ name: 'the queue is lost', to: { ...state, queue: 0 } });
  return steps;
}

function releaseSteps(state: Protocol, variant: Variant): ProtocolStep[] {
  switch (state.release) {
    case owed:
      return [
        variant.without === 10
          ? { name: 'the relay removes the release entry', to: { ...state, release: removedEarly } }
          : { name: 'the relay releases', to: { ...releaseAs(state, variant), release: acknowledged } },
        { name: 'the relay gives up on its release', to: { ...state, lateRelease: 1 } },
      ];
    case acknowledged:
      return [
        { name: 'the relay removes the release entry', to: { ...state, release: 0 } },
        { name: 'the relay crashes before it removes the release entry', to: { ...state, release: owed } },
      ];
    case removedEarly:
      return [
        { name: 'the relay releases', to: { ...releaseAs(state, variant), release: 0 } },
        { name: 'the relay crashes before it releases', to: { ...state, release: 0 } },
      ];
    default:
      return [];
  }
}

function lateRelease(state: Protocol, variant: Variant): ProtocolStep[] {
  if (state.lateRelease === 0) return [];
  const without = { ...state, lateRelease: 0 };
  return [
    { name: 'a late release arrives', to: releaseAs(without, variant) },
    { name: 'a late release is lost', to: without },
  ];
}

function releaseAs(state: Protocol, { without }: Variant): Protocol {
  const { to } = ask(state, 'release');
  return without === 5 ? { ...to, reservation: expired } : to;
}
