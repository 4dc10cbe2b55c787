/** Grey shapes where something is being loaded; screen readers get a word. */
export const Skeleton = ({ shape, count = 1 }: { shape: 'card' | 'row' | 'text'; count?: number }) => (
  <div class={`skeletons ${shape}s`}>
    <span class="unseen" role="status">
      Loading …
    </span>
    {Array.from({ length: count }, (_, index) => (
      <div key={index} class={`skeleton ${shape}`} aria-hidden="true" />
    ))}
  </div>
);
