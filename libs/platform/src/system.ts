import { randomUUID } from 'node:crypto';
import type { Clock, Ids } from '@suimon/use-cases';

export const systemClock: Clock = { now: () => new Date().toISOString() };
export const randomIds: Ids = { next: () => randomUUID() };
