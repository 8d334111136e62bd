import type { DataSource } from 'typeorm';
import type { ClamdPlace } from '../scanners/clamd.client.js';
import { ClamdExchange } from '../scanners/clamd.client.js';

const PING_MS = 3_000;

/** Tells the overview that the worker lives, and whether its scanner does. */
export class Heartbeat {
  constructor(private readonly dataSource: DataSource, private readonly clamd: ClamdPlace, private readonly runningJobs: () => number) {}

  async pass(): Promise<void> {
    const scanner = await this.ping();
    const detail = { ok: scanner, text: scanner ? '' : 'scanner-unreachable', pid: process.pid, runningJobs: this.runningJobs() };
    await this.dataSource.query("INSERT INTO worker_beat (name, at, detail) VALUES ('airlock-worker', now(), $1) ON CONFLICT (name) DO UPDATE SET at = now(), detail = excluded.detail", [JSON.stringify(detail)]);
  }

  private async ping(): Promise<boolean> {
    try {
      const outcome = await (await ClamdExchange.open(this.clamd, 'PING', PING_MS)).result();
      return outcome.kind === 'answer' && outcome.text === 'PONG';
    } catch { return false; }
  }
}
