import { StatusMark } from '../status-mark';
import { Time } from '../time-text';
import type { Order } from './order';

export interface OrderTableProps {
  caption: string;
  orders: Order[];
  isLinked?: boolean;
}

export const OrderTable = ({ caption, orders, isLinked = false }: OrderTableProps) => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Order</th>
          <th scope="col">Status</th>
          <th scope="col" class="number">
            Units
          </th>
          <th scope="col">Placed</th>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ orderId, status, totalAmount, createdAt }) => (
          <tr key={orderId}>
            <th scope="row">
              {isLinked ? (
                <a href={`#/orders/${orderId}`}>{orderId.slice(0, 8)}</a>
              ) : (
                <code>{orderId.slice(0, 8)}</code>
              )}
            </th>
            <td>
              <StatusMark status={status} />
            </td>
            <td class="number">{totalAmount}</td>
            <td>
              <Time at={createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
