import { moneyText } from '../ui/money';
import { StatusMark } from '../ui/status-mark';
import { Time } from '../ui/time-text';
import { shortId, type Order } from './order';

export interface OrderTableProps {
  caption: string;
  orders: Order[];
  /** Where the view of an order is. */
  hrefOf: (orderId: string) => string;
}

export const OrderTable = ({ caption, orders, hrefOf }: OrderTableProps) => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Status</th>
          <th scope="col" class="wide-only">
            Items
          </th>
          <th scope="col" class="number">
            Total
          </th>
          <th scope="col" class="wide-only">
            Placed
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.orderId}>
            <th scope="row">
              <a href={hrefOf(order.orderId)}>{shortId(order.orderId)}</a>
              <span class="narrow-only">
                <Time at={order.createdAt} />
              </span>
            </th>
            <td>
              <StatusMark status={order.status} />
            </td>
            <td class="wide-only names">{namesOf(order)}</td>
            <td class="number">{moneyText(order.total)}</td>
            <td class="wide-only">
              <Time at={order.createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const shownNames = 2;

function namesOf({ items }: Order): string {
  const names = items.slice(0, shownNames).map(({ name, productId, quantity }) => `${quantity} × ${name || productId}`);
  const others = items.length - names.length;
  return others > 0 ? `${names.join(', ')} and ${others} more` : names.join(', ');
}
