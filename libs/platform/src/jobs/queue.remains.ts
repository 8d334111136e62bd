import pg from 'pg';

/**
 * BullMQ makes its tables anew only in an empty schema. When its ledger of migrations is gone, whatever else is left of it
 * (types, functions, half of the tables) is dropped; the outbox hands every open job over again.
 */
const DROP_REMAINS = `
  DO $$ DECLARE found record; BEGIN
    IF to_regnamespace('bullmq') IS NULL OR to_regclass('bullmq.migration') IS NOT NULL THEN RETURN; END IF;
    FOR found IN SELECT oid::regclass AS name FROM pg_class WHERE relnamespace = 'bullmq'::regnamespace AND relkind IN ('r', 'p') LOOP EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', found.name); END LOOP;
    FOR found IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'bullmq'::regnamespace AND prokind = 'f' LOOP EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', found.name); END LOOP;
    FOR found IN SELECT oid::regtype AS name FROM pg_type WHERE typnamespace = 'bullmq'::regnamespace AND typtype IN ('e', 'd') LOOP EXECUTE format('DROP TYPE IF EXISTS %s CASCADE', found.name); END LOOP;
    FOR found IN SELECT oid::regclass AS name FROM pg_class WHERE relnamespace = 'bullmq'::regnamespace AND relkind = 'S' LOOP EXECUTE format('DROP SEQUENCE IF EXISTS %s CASCADE', found.name); END LOOP;
  END $$`;

export async function dropQueueRemains(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query(DROP_REMAINS);
  } finally { await client.end().catch(() => undefined); }
}
