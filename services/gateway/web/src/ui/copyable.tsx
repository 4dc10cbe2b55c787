import { useState } from 'preact/hooks';

/** An id to read, select or copy. */
export function Copyable({ text, what }: { text: string; what: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <span class="copyable">
      <code>{text}</code>
      {'clipboard' in navigator && (
        <button type="button" class="plain" onClick={copy} aria-label={`Copy the ${what}`}>
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      )}
    </span>
  );
}
