import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context';

/** The heading of a view. It names the browser's tab, and a new view starts at it, also for screen readers. */
export function Heading({ text }: { text: string }) {
  const { firstView } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${text} · Order placing`;
  }, [text]);
  // Before the next key press, which must not go to what the last view left behind.
  useLayoutEffect(() => {
    if (!firstView.isPending) heading.current?.focus();
    firstView.isPending = false;
  }, [firstView]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {text}
    </h1>
  );
}
