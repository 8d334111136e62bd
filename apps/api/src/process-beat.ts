import type { Logger } from '@suimon/platform';
import type { DataSource } from 'typeorm';

const EVERY_MS = 10_000;

/** Tells the overview that this process lives; returns the function that stops telling. */
export function beat(dataSource: DataSource, name: string, detail: () => { ok: boolean; text: string }, logger: Logger): () => void {
  const tell = (): void => {
    dataSource.query('INSERT INTO worker_beat (name, at, detail) VALUES ($1, now(), $2) ON CONFLICT (name) DO UPDATE SET at = now(), detail = excluded.detail', [name, JSON.stringify(detail())])
      .catch((error: unknown) => logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'beat not stored'));
  };
  tell();
  const timer = setInterval(tell, EVERY_MS);
  return () => clearInterval(timer);
}
