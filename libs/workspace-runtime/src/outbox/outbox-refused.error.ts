import type { OutboxRefusal } from '@suimon/use-cases/workspaces/workspace-runtime.port';

/** A file of an outbox is not taken, or must not be used although part of it was read already. */
export class OutboxRefusedError extends Error {
  constructor(readonly path: string, readonly reason: OutboxRefusal['reason']) { super(`outbox file refused: ${reason}`); }
}
