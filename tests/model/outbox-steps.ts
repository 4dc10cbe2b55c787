import { anOrder, ask, isPending, statusAfter, type Protocol, type ProtocolStep, type Variant } from './protocol';
import { expired } from './stock-step';

const [, open, acknowledged, removedEarly] = [0, 1, 2, 3];
const maxMessages = 2;

/** The steps of cancelling and failing, of the relay, of publishing again, and the loss of the queue. */
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
  const end = (action: 'cancel' | 'fail') => ({
    ...state,
    status: statusAfter(state.status, action),
    release: open,
    publish: open,
  });
  return [
    { name: 'the buyer cancels', to: end('cancel') },
    ...(bounds.canFail ? [{ name: 'an operator fails the order', to: end('fail') }] : []),
  ];
}

function publishSteps(state: Protocol): ProtocolStep[] {
  const steps: ProtocolStep[] = [];
  const { publish, queue } = state;
  if (publish === open && queue < maxMessages) {
    steps.push({ name: 'the relay sends the message', to: { ...state, queue: queue + 1, publish: acknowledged } });
  }
  if (publish === acknowledged) {
    steps.push({ name: 'the relay removes the publish entry', to: { ...state, publish: 0 } });
    steps.push({ name: 'the relay crashes before it removes the publish entry', to: { ...state, publish: open } });
  }
  if (state.republish === 1 && publish === 0 && queue === 0) {
    steps.push({ name: 'the order is published again', to: { ...state, publish: open } });
  }
  if (queue > 0) steps.push({ name: 'the queue is lost', to: { ...state, queue: 0 } });
  return steps;
}

function releaseSteps(state: Protocol, variant: Variant): ProtocolStep[] {
  switch (state.release) {
    case open:
      return [
        variant.without === 10
          ? { name: 'the relay removes the release entry', to: { ...state, release: removedEarly } }
          : { name: 'the relay releases', to: { ...releaseAs(state, variant), release: acknowledged } },
        { name: 'the relay times out on its release', to: { ...state, lateRelease: 1 } },
      ];
    case acknowledged:
      return [
        { name: 'the relay removes the release entry', to: { ...state, release: 0 } },
        { name: 'the relay crashes before it removes the release entry', to: { ...state, release: open } },
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
