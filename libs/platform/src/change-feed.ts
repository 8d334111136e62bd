import { EventEmitter } from 'node:events';
import { CHANGE_CHANNEL } from '@suimon/persistence';
import pg from 'pg';
import type { Logger } from './logger.js';

export interface Change { readonly kind: string; readonly id: string }
const RECONNECT_MS = 1000;

/** Hears which records changed, through Postgres NOTIFY. It only wakes: whoever hears reads the truth from the tables. */
export class ChangeFeed {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | null = null;
  private closed = false;

  constructor(private readonly url: string, private readonly logger: Logger) {}

  onChange(listener: (change: Change) => void): () => void {
    this.emitter.on('change', listener);
    return () => { this.emitter.off('change', listener); };
  }

  /** Connects, and again whenever the connection is lost. After a gap listeners get `{kind: 'all'}`: something may have been missed. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true });
    const retry = (): void => {
      if (this.closed || this.client !== client) return;
      this.client = null;
      setTimeout(() => { void this.start(); }, RECONNECT_MS).unref();
    };
    this.client = client;
    client.on('error', retry).on('end', retry).on('notification', ({ payload }) => { if (payload) this.emitter.emit('change', JSON.parse(payload)); });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGE_CHANNEL}`);
      this.emitter.emit('change', { kind: 'all', id: '' });
    } catch (error) {
      this.logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'change feed lost its connection');
      retry();
    }
  }

  async stop(): Promise<void> {
    this.closed = true;
    await this.client?.end();
  }
}
