/** Who calls RPCs: the name in the caller's certificate. An operator is a person with a command. */
export type Caller = 'gateway' | 'order' | 'processor' | 'operator';

// The generated handlers have an index signature, which would let a method without a row pass.
type MethodOf<Handlers> = keyof { [Name in keyof Handlers as string extends Name ? never : Name]: true };

/** Which callers may call which method of a service: a row for each of its RPCs. */
export type CallerTable<Handlers> = Readonly<Record<MethodOf<Handlers>, readonly Caller[]>>;
