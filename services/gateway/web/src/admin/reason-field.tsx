import { Field } from '../ui/field';

/** Why an order fails, in words for its buyer. */
export const ReasonField = () => (
  <Field
    label="Reason"
    name="reason"
    hint="The buyer reads it."
    input={{ maxLength: 200, defaultValue: 'it could not be processed' }}
  />
);
