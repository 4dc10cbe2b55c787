/** What an operator did to dead letters. */
export interface OperatorAct {
  act: 'redrive' | 'discard';
  operator: string;
  /** What it was done to, as far as one message or order is meant. */
  messageId?: string;
  orderId?: string;
  reason?: string;
}

/** An act as the audit log has it. */
export interface NotedAct extends OperatorAct {
  at: Date;
  /** Absent where the act never came to its end. */
  outcome?: string;
}
