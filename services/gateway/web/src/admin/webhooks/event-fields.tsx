import { webhookEvents } from './webhook';

/** Which events a receiver gets. */
export const EventFields = ({ chosen }: { chosen: string[] }) => (
  <fieldset>
    <legend>Events</legend>
    {webhookEvents.map((event) => (
      <label key={event} class="check">
        <input type="checkbox" name="events" value={event} defaultChecked={chosen.includes(event)} />
        <code>{event}</code>
      </label>
    ))}
  </fieldset>
);

export const eventsOf = (form: HTMLFormElement) =>
  new FormData(form).getAll('events').filter((event) => typeof event === 'string');
