import { usePage } from '../../page-context';
import { ConfirmButton } from '../../ui/confirm-button';
import { ReasonField } from '../reason-field';

interface GiveUpButtonProps {
  orderId: string;
  onDone: () => void;
}

/** Fails an order that will not be processed. */
export function GiveUpButton({ orderId, onDone }: GiveUpButtonProps) {
  const { api } = usePage();
  const giveUp = async ({ reason = '' }: Record<string, string>) => {
    await api(`/api/admin/orders/${orderId}/fail`, { body: { reason } });
    onDone();
  };
  return (
    <ConfirmButton
      label="Give up"
      class="start"
      question="Give up this order?"
      explanation="Its stock goes back on the shelf, and its buyer is mailed the reason."
      work={giveUp}
    >
      <ReasonField />
    </ConfirmButton>
  );
}
