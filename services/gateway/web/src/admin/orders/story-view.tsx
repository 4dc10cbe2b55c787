import { ItemList } from '../../orders/item-list';
import { isFinal, shortId } from '../../orders/order';
import { usePage } from '../../page-context';
import { usePolled } from '../../state/use-polled';
import { Copyable } from '../../ui/copyable';
import { Heading } from '../../ui/heading';
import { Problem } from '../../ui/problem';
import { Skeleton } from '../../ui/skeleton';
import { StatusMark } from '../../ui/status-mark';
import { Timeline } from '../../ui/timeline';
import { GiveUpButton } from './give-up-button';
import { storySteps, type Story } from './story';

const intervalMs = 2_000;

/** One order as all services know it. */
export function StoryView({ orderId }: { orderId: string }) {
  const { api } = usePage();
  const {
    value: story,
    error,
    reload,
  } = usePolled(() => api<Story>(`/api/admin/orders/${encodeURIComponent(orderId)}`), { intervalMs });
  return (
    <>
      <p class="back">
        <a href="#/admin/orders">← All orders</a>
      </p>
      <div class="lead">
        <Heading text={`Order ${shortId(orderId)}`} />
        <p class="quiet">
          <Copyable text={orderId} what="order id" />
        </p>
      </div>
      <Problem error={error} again={reload} />
      {!story && !error && <Skeleton shape="card" count={2} />}
      {story && <StoryPanels story={story} onChanged={reload} />}
    </>
  );
}

const StoryPanels = ({ story, onChanged }: { story: Story; onChanged: () => void }) => (
  <div class="split">
    <section class="panel" aria-labelledby="story-heading">
      <div class="row">
        <h2 id="story-heading">Its story</h2>
        {!isFinal(story.order) && <span class="link live">Live</span>}
      </div>
      <p class="now" role="status">
        <StatusMark status={story.order.status} />
      </p>
      {story.missing.length > 0 && (
        <p class="notice">Unavailable now, so a part is missing: {story.missing.join(', ')}.</p>
      )}
      <Timeline steps={storySteps(story)} />
      {story.order.status === 'Pending' && <GiveUpButton orderId={story.order.orderId} onDone={onChanged} />}
    </section>
    <section class="panel" aria-labelledby="facts-heading">
      <h2 id="facts-heading">What was ordered</h2>
      <ItemList {...story.order} />
      <dl class="facts">
        <dt>User</dt>
        <dd>
          <a href={`#/admin/orders?user=${story.order.userId}`}>
            <code>{story.order.userId}</code>
          </a>
        </dd>
        {story.mail?.traceId && (
          <>
            <dt>Trace</dt>
            <dd>
              <Copyable text={story.mail.traceId} what="trace id" />
            </dd>
          </>
        )}
      </dl>
    </section>
  </div>
);
