import pg from 'pg';
import type { Logger } from '../logger.js';

const RECONNECT_MS = 1_000;

/** One LISTEN connection that is made again whenever it is lost. It only rings: whoever hears it reads the tables. */
export class NoticeListener {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  /** `ring` is also called after each connect, because something may have been missed before. */
  constructor(private readonly url: string, private readonly channel: string, private readonly ring: () => void, private readonly logger: Logger) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 5_000 });
    this.client = client;
    const lost = (): void => this.reconnect(client);
    client.on('error', lost).on('end', lost).on('notification', () => this.ring());
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
      this.ring();
    } catch (error) {
      this.logger.warn({ channel: this.channel, error: error instanceof Error ? error.message : String(error) }, 'cannot listen');
      lost();
    }
  }

  async stop(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private reconnect(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => { void this.start(); }, RECONNECT_MS);
  }
}
