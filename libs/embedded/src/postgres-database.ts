import pg from 'pg';

export interface DatabaseSpec { readonly name: string; readonly ownerPassword: string; readonly appPassword: string; readonly replace: boolean }

/**
 * Makes sure that our two roles and one database exist. Each step may be repeated, so a start that was cut is completed.
 * `suimon_owner` owns the database; `suimon_app` may connect and is granted the rest by migrations.
 */
export async function prepareDatabase(adminUrl: string, spec: DatabaseSpec): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await keepRole(client, 'suimon_owner', spec.ownerPassword);
    await keepRole(client, 'suimon_app', spec.appPassword);
    const database = client.escapeIdentifier(spec.name);
    if (spec.replace) await client.query(`drop database if exists ${database} with (force)`);
    const found = await client.query('select 1 from pg_database where datname = $1', [spec.name]);
    if (found.rowCount === 0) await client.query(`create database ${database} owner suimon_owner template template0`);
    // Whoever may log in could otherwise connect to every database and make temporary tables in it.
    for (const open of [database, 'postgres', 'template1']) await client.query(`revoke all on database ${open} from public`);
    await client.query(`grant connect on database ${database} to suimon_app`);
  } finally { await client.end(); }
}

async function keepRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const action = found.rowCount === 0 ? 'create' : 'alter';
  await client.query(`${action} role ${role} login nosuperuser nocreatedb nocreaterole noreplication password ${client.escapeLiteral(password)}`);
}
