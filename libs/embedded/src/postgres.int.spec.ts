import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type PostgresHandle } from './postgres.js';

// mkdtemp makes a folder that only root may enter, as a clone in a temporary folder does.
const folder = mkdtempSync(join(tmpdir(), 'suimon-postgres-'));
const dataDir = join(folder, 'data');
let postgres: PostgresHandle;

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try { return (await client.query(text)).rows as unknown[]; } finally { await client.end(); }
}

beforeAll(async () => { postgres = await startPostgres({ dataDir }); }, 60_000);
afterAll(async () => { await postgres?.stop(); rmSync(folder, { recursive: true, force: true }); }, 60_000);

describe('embedded PostgreSQL', () => {
  it('lets the owner make tables', async () => {
    await query(postgres.ownerUrl, 'create table kept (n int); insert into kept values (7)');
    expect(await query(postgres.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('gives the application role nothing that a migration has not granted', async () => {
    await expect(query(postgres.appUrl, 'select * from kept')).rejects.toThrow('permission denied for table kept');
    await expect(query(postgres.appUrl, 'create table mine (n int)')).rejects.toThrow('permission denied for schema public');
    await expect(query(postgres.appUrl, 'create temporary table mine (n int)')).rejects.toThrow('permission denied');
  });

  it('does not let either role be more than it is', async () => {
    const roles = await query(postgres.adminUrl, `select rolname, rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls as more from pg_roles where rolname like 'suimon%' order by 1`);
    expect(roles).toEqual([{ rolname: 'suimon_app', more: false }, { rolname: 'suimon_owner', more: false }]);
  });

  it('keeps the application role out of the other databases', async () => {
    await expect(query(postgres.appUrl.replace(/suimon$/, 'postgres'), 'select 1')).rejects.toThrow('permission denied for database');
  });

  it('asks for a password', async () => {
    await expect(query(`postgresql://suimon_owner:wrong@127.0.0.1:${postgres.port}/suimon`, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps its passwords in a file for root only', () => {
    expect(statSync(join(dataDir, 'secrets', 'postgres.json')).mode & 0o777).toBe(0o600);
  });

  it('makes a database of its own for a test', async () => {
    const own = await postgres.createDatabase('suimon_test_1');
    await query(own.ownerUrl, 'create table t (n int)');
    await expect(query(postgres.ownerUrl, 'select * from t')).rejects.toThrow('does not exist');
    await postgres.createDatabase('suimon_test_1');
    await expect(query(own.ownerUrl, 'select * from t')).rejects.toThrow('does not exist');
  });

  it('comes back on the same port with what was committed, after kill -9', async () => {
    const before = postgres.pid;
    await postgres.kill9();
    await expect(query(postgres.ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
    await postgres.restart();
    expect(postgres.pid).not.toBe(before);
    expect(await query(postgres.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  }, 60_000);

  it('refuses to start twice on the same folder', async () => {
    await expect(startPostgres({ dataDir })).rejects.toThrow('already runs as process');
  });

  it('comes back with its data after a stop, through a new handle', async () => {
    const { ownerUrl } = postgres;
    await postgres.stop();
    postgres = await startPostgres({ dataDir, port: postgres.port });
    expect(postgres.ownerUrl).toBe(ownerUrl);
    expect(await query(postgres.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
  }, 60_000);
});
