import { Copyable } from '../ui/copyable';
import { usePage } from '../page-context';
import { useValue } from '../state/use-value';
import { traceAddress } from './trace-address';

/** The trace of an order that was placed in this browser. */
export function TracePanel({ orderId }: { orderId: string }) {
  const { traces, traceViewer } = usePage();
  const traceId = useValue(traces)[orderId];
  if (traceId === undefined) return null;
  const address = traceAddress(traceViewer, traceId);
  return (
    <div class="trace">
      <h3>Trace</h3>
      <Copyable text={traceId} what="trace id" />
      {address && (
        <a href={address} target="_blank" rel="noreferrer">
          Open the trace
        </a>
      )}
    </div>
  );
}
