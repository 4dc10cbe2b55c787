export interface LoadMoreProps {
  label: string;
  isBusy: boolean;
  loadMore: (() => void) | undefined;
}

/** The button at the end of a list that has another page. */
export const LoadMore = ({ label, isBusy, loadMore }: LoadMoreProps) =>
  loadMore ? (
    <button type="button" class="button quiet load-more" disabled={isBusy} onClick={loadMore}>
      {isBusy ? 'Loading …' : label}
    </button>
  ) : null;
