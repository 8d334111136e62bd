import type { FileVault } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';

export interface Health { name: string; ok: boolean; detail: string }
const TIMEOUT_MS = 3000;
/** A part that has not reported for this long counts as down. */
const STALE_SECONDS = 45;

/** Asks each part now; nothing is remembered, so a red light is a live one. */
export class HealthChecks {
  constructor(private readonly dataSource: DataSource, private readonly vault: FileVault) {}

  own(): Promise<Health[]> {
    return Promise.all([this.ask('database', () => this.dataSource.query('SELECT 1')), this.ask('object-store', () => this.vault.stat('staging', 'health'))]);
  }
  /** Parts that report by themselves: the worker (with its scanner) and the workspace controller. */
  async others(): Promise<Health[]> {
    const rows = await this.dataSource.query<{ name: string; age: number; detail: { ok?: boolean; text?: string } }[]>('SELECT name, extract(epoch FROM now() - at)::int AS age, detail FROM worker_beat');
    return ['airlock-worker', 'workspace-controller', 'gateway'].map((name) => {
      const row = rows.find((entry) => entry.name === name);
      const ok = row !== undefined && row.age <= STALE_SECONDS && row.detail.ok !== false;
      return { name, ok, detail: row ? (row.detail.text ?? `${row.age} s`) : 'never-seen' };
    });
  }
  private async ask(name: string, question: () => Promise<unknown>): Promise<Health> {
    const late = new Promise<never>((_resolve, reject) => { setTimeout(() => reject(new Error('no answer')), TIMEOUT_MS).unref(); });
    try { await Promise.race([question(), late]); return { name, ok: true, detail: '' }; } catch (error) { return { name, ok: false, detail: error instanceof Error ? error.message.slice(0, 120) : 'failed' }; }
  }
}
