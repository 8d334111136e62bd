import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installation, readAccounts, Supervisor } from '@suimon/launcher';
import type { DemoAccount, Installation } from '@suimon/launcher';
import { Visitor } from '@suimon/testing/harness/visitor';
import pg from 'pg';

/** The whole product on real processes, in an installation of its own that is gone afterwards. */
export class Product {
  private constructor(private readonly supervisor: Supervisor, readonly place: Installation, readonly url: string, private readonly databaseUrl: string) {}

  static async start(): Promise<Product> {
    const stateDir = await mkdtemp(join(tmpdir(), 'suimon-e2e-'));
    const env = { ...process.env, SUIMON_STATE_DIR: stateDir };
    const place = installation(env);
    const told: string[] = [];
    const supervisor = new Supervisor(place, env, (line) => { told.push(line); });
    await supervisor.start().catch((error: unknown) => { throw new Error(`the product did not start: ${error instanceof Error ? error.message : String(error)}\n${told.slice(-30).join('\n')}`); });
    const places = supervisor.running;
    if (!places) throw new Error('the product has no address');
    return new Product(supervisor, place, `http://localhost:${places.apiPort}`, places.databaseUrl);
  }

  account(login: string): DemoAccount {
    const account = readAccounts(this.place.accountsFile).find((candidate) => candidate.login === login);
    if (!account) throw new Error(`there is no demo account ${login}`);
    return account;
  }
  visitor(): Visitor { return new Visitor(this.url); }
  async signedIn(login: string): Promise<Visitor> {
    const visitor = this.visitor();
    await visitor.signIn(this.account(login));
    return visitor;
  }

  /** Ends one part as a crash would; whoever supervises it starts it again. */
  kill(name: PartName): void {
    const pid = this.supervisor.part(name)?.status().pid;
    if (!pid) throw new Error(`${name} does not run`);
    process.kill(pid, 'SIGKILL');
  }
  runs(name: PartName): Promise<void> { return until(`${name} runs`, () => Promise.resolve(this.supervisor.part(name)?.status().state === 'running')); }
  /** Loses everything that the queue knows, with its tables. */
  async wipeQueue(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>("SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq'");
    if (rows.length > 0) await client.query(`DROP TABLE ${rows.map((row) => `bullmq.${row.name}`).join(', ')} CASCADE`);
    await client.end();
  }

  async stop(): Promise<void> {
    await this.supervisor.stop();
    await rm(this.place.stateDir, { recursive: true, force: true });
  }
}
export type PartName = 'worker' | 'api' | 'gateway' | 'workspaces' | 's3' | 'clamd' | 'postgres';

/** Waits for a fact; a fact that cannot be asked for yet counts as not true. */
export async function until(what: string, isTrue: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let last = '';
  while (!(await isTrue().catch((error: unknown) => { last = error instanceof Error ? error.message : String(error); return false; }))) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}${last ? ` (${last})` : ''}`);
    await new Promise((resolve) => { setTimeout(resolve, 150); });
  }
}
