import type { MigrationInterface, QueryRunner } from 'typeorm';

const record = (table: string, extra: string): string => `
  CREATE TABLE ${table} (
    id uuid PRIMARY KEY, version integer NOT NULL CHECK (version > 0), status text NOT NULL, state jsonb NOT NULL,
    created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL${extra}
  );
  CREATE INDEX ${table}_status ON ${table} (status, updated_at);`;

/** The first schema. The application's role may read and write rows, and only append to the audit log. */
export class Initial0001 implements MigrationInterface {
  readonly name = 'Initial1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (id uuid PRIMARY KEY, slug text UNIQUE NOT NULL, display_name jsonb NOT NULL, kind text NOT NULL CHECK (kind IN ('company','research','administrative','other')));
      CREATE TABLE person (
        id uuid PRIMARY KEY, login text UNIQUE NOT NULL CHECK (login = lower(login)), display_name jsonb NOT NULL, organisation_id uuid NOT NULL REFERENCES organisation, roles text[] NOT NULL,
        ial smallint NOT NULL CHECK (ial BETWEEN 1 AND 3), team_number text NOT NULL, researcher_id text NOT NULL, password_hash text NOT NULL, totp_secret text NOT NULL,
        totp_last_step bigint NOT NULL DEFAULT 0, failed_attempts integer NOT NULL DEFAULT 0, locked_until timestamptz
      );
      CREATE UNIQUE INDEX person_researcher_id ON person (researcher_id) WHERE researcher_id <> '';
      ${record('application', ", applicant_id uuid NOT NULL GENERATED ALWAYS AS ((state->>'applicantId')::uuid) STORED REFERENCES person")}
      ${record('project', ", number text UNIQUE NOT NULL GENERATED ALWAYS AS (state->>'number') STORED")}
      ${record('workspace', ", project_id uuid NOT NULL GENERATED ALWAYS AS ((state->>'projectId')::uuid) STORED REFERENCES project, person_id uuid NOT NULL GENERATED ALWAYS AS ((state->>'personId')::uuid) STORED REFERENCES person, UNIQUE (project_id, person_id)")}
      ${record('transfer', ", project_id uuid NOT NULL GENERATED ALWAYS AS ((state->>'projectId')::uuid) STORED REFERENCES project, requester_id uuid NOT NULL GENERATED ALWAYS AS ((state->>'requesterId')::uuid) STORED REFERENCES person, direction text NOT NULL GENERATED ALWAYS AS (state->>'direction') STORED")}
      CREATE INDEX transfer_project ON transfer (project_id, updated_at);
      ${record('standing', '')}
      ALTER TABLE standing ADD FOREIGN KEY (id) REFERENCES person;
      CREATE SEQUENCE project_number;
      CREATE TABLE dataset (slug text PRIMARY KEY, version text NOT NULL, status text NOT NULL CHECK (status IN ('draft','published','withdrawn')), document jsonb NOT NULL, search tsvector NOT NULL, updated_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX dataset_search ON dataset USING gin (search);

      CREATE TABLE audit_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream_kind text NOT NULL, stream_id text NOT NULL, seq integer NOT NULL, at timestamptz NOT NULL, actor text NOT NULL, type text NOT NULL,
        payload jsonb NOT NULL, request_id text NOT NULL, ip text, session_ref text, prev_hash text NOT NULL, hash text NOT NULL, UNIQUE (stream_kind, stream_id, seq)
      );
      CREATE INDEX audit_event_at ON audit_event (at DESC);
      CREATE INDEX audit_event_actor ON audit_event (actor, at DESC);
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
      CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event EXECUTE FUNCTION refuse_change();

      CREATE TABLE outbox (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), job text NOT NULL, payload jsonb NOT NULL, not_before timestamptz NOT NULL, created_at timestamptz NOT NULL,
        handed_over_at timestamptz, attempts integer NOT NULL DEFAULT 0, last_error text, done_at timestamptz
      );
      CREATE INDEX outbox_open ON outbox (not_before) WHERE done_at IS NULL;
      CREATE TABLE session (sid text PRIMARY KEY, sess json NOT NULL, expire timestamptz NOT NULL);
      CREATE INDEX session_expire ON session (expire);
      CREATE TABLE desktop_ticket (hash text PRIMARY KEY, workspace_id uuid NOT NULL REFERENCES workspace, person_id uuid NOT NULL REFERENCES person, session_ref text NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz);
      CREATE TABLE idempotency (person_id uuid NOT NULL, key text NOT NULL, request_hash text NOT NULL, status integer, response jsonb, created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (person_id, key));
      CREATE TABLE outbox_refusal (project_id uuid NOT NULL, person_id uuid NOT NULL, refused jsonb NOT NULL, PRIMARY KEY (project_id, person_id));
      CREATE TABLE policy_version (hash text PRIMARY KEY, since timestamptz NOT NULL DEFAULT now());
      CREATE TABLE worker_beat (name text PRIMARY KEY, at timestamptz NOT NULL, detail jsonb NOT NULL);
    `);
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'suimon_app') THEN
          GRANT USAGE ON SCHEMA public TO suimon_app;
          GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO suimon_app;
          REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM suimon_app;
          REVOKE ALL ON migrations FROM suimon_app;
          GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO suimon_app;
          CREATE SCHEMA IF NOT EXISTS bullmq AUTHORIZATION CURRENT_USER;
          GRANT USAGE, CREATE ON SCHEMA bullmq TO suimon_app;
          -- BullMQ makes its schema again when it was wiped, and asks for this right even while the schema is there.
          EXECUTE format('GRANT CREATE ON DATABASE %I TO suimon_app', current_database());
        END IF;
      END $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE worker_beat, policy_version, outbox_refusal, idempotency, desktop_ticket, session, outbox, audit_event, dataset, standing, transfer, workspace, project, application, person, organisation CASCADE; DROP FUNCTION refuse_change; DROP SEQUENCE project_number;');
  }
}
