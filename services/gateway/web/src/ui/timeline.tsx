import { Time } from './time-text';

export interface TimelineStep {
  name: string;
  state: 'done' | 'now' | 'next' | 'bad';
  note: string;
  at?: string;
}

const stateTexts: Record<TimelineStep['state'], string> = {
  done: 'done',
  now: 'happening now',
  next: 'to come',
  bad: 'ended here',
};

/** The life of something as stops on a line. */
export const Timeline = ({ steps }: { steps: TimelineStep[] }) => (
  <ol class="timeline">
    {steps.map(({ name, state, note, at }, index) => (
      <li key={`${index} ${name}`} class={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
        <strong>{name}</strong>
        <span class="unseen">, {stateTexts[state]}</span>
        <span class="note">{note}</span>
        {at && (
          <span class="at">
            <Time at={at} isPrecise />
          </span>
        )}
      </li>
    ))}
  </ol>
);
