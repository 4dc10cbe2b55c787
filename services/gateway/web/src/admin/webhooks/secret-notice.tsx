import { Copyable } from '../../ui/copyable';

/** A secret that is shown once. */
export const SecretNotice = ({ secret }: { secret: string | undefined }) => (
  <div role="status">
    {secret !== undefined && (
      <div class="notice">
        <p>
          <strong>Keep this secret now; it is not shown again.</strong> The receiver verifies signatures with it.
        </p>
        <Copyable text={secret} what="secret" />
      </div>
    )}
  </div>
);
