import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hash } from '@node-rs/argon2';
import { startApi } from '@suimon/api/api';
import type { RunningApi } from '@suimon/api/api';
import { FieldCipher } from '@suimon/api/people/field-cipher';
import { datasetDocumentSchema } from '@suimon/contracts';
import { newStanding } from '@suimon/domain';
import type { Policy, Role } from '@suimon/domain';
import { freePort, startObjectStore, startPostgres } from '@suimon/embedded';
import type { ObjectStoreHandle, PostgresHandle } from '@suimon/embedded';
import { makeDataSource, PeopleQueries, PostgresUnitOfWork } from '@suimon/persistence';
import { randomIds, readPolicy, systemClock } from '@suimon/platform';
import { generateSecret } from 'otplib';
import type { DataSource } from 'typeorm';
import { demoDataset } from './demo-dataset.js';
import { Visitor } from './visitor.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FIELD_KEY = 'a1'.repeat(32);
const PASSWORD = 'correct horse battery staple';

export interface Account { readonly id: string; readonly login: string; readonly password: string; readonly totpSecret: string; readonly teamNumber: string; readonly researcherId: string }

/** A real enclave for integration tests: Postgres, object store and the API with its own folder; nothing in it is a fake. */
export class Enclave {
  private api: RunningApi | null = null;
  private organisation = '';
  readonly policy: { current: Policy };

  private constructor(readonly directory: string, readonly postgres: PostgresHandle, readonly store: ObjectStoreHandle, readonly dataSource: DataSource, policy: Policy, private port: number) { this.policy = { current: policy }; }

  static async start(): Promise<Enclave> {
    const directory = await mkdtemp(join(tmpdir(), 'suimon-enclave-'));
    const [postgres, store] = await Promise.all([startPostgres({ dataDir: join(directory, 'postgres'), durable: false }), startObjectStore({ dataDir: join(directory, 's3') })]);
    const owner = await makeDataSource(postgres.ownerUrl, 2).initialize();
    await owner.runMigrations();
    await owner.destroy();
    const dataSource = await makeDataSource(postgres.appUrl).initialize();
    const { policy } = await readPolicy(join(ROOT, 'policy'));
    const enclave = new Enclave(directory, postgres, store, dataSource, policy, await freePort());
    await enclave.startApi();
    await new PostgresUnitOfWork(dataSource).run((tx) => tx.putDataset(datasetDocumentSchema.parse(demoDataset), 'published'));
    enclave.organisation = await new PeopleQueries(dataSource).upsertOrganisation({ id: randomIds.next(), slug: 'university-a', displayName: { ja: '大学A', en: 'University A' }, kind: 'research' });
    return enclave;
  }

  get url(): string { return `http://127.0.0.1:${this.port}`; }

  async startApi(): Promise<void> {
    const { api } = this.store.credentials;
    this.api = await startApi({
      DATABASE_URL: this.postgres.appUrl, SUIMON_POLICY_DIR: join(ROOT, 'policy'), SUIMON_LOG_LEVEL: 'error', S3_ENDPOINT: `unix:${this.store.socketPath}`, S3_ACCESS_KEY: api.accessKey, S3_SECRET_KEY: api.secretKey,
      SUIMON_BASE_URL: this.url, SUIMON_PORT: this.port, SUIMON_HOST: '127.0.0.1', SUIMON_GATEWAY_URL: 'ws://127.0.0.1:1', SUIMON_SESSION_SECRET: 'b2'.repeat(32), SUIMON_FIELD_KEY: FIELD_KEY, SUIMON_DEMO: '0', SUIMON_SESSION_IDLE_MINUTES: 60,
    });
  }
  async restartApi(): Promise<void> { await this.api?.stop(); await this.startApi(); }

  /** An account with the given roles, as the registrar makes them. */
  async account(login: string, roles: readonly Role[]): Promise<Account> {
    const account = { id: randomIds.next(), login, password: PASSWORD, totpSecret: generateSecret(), teamNumber: 'T-0101', researcherId: roles.includes('researcher') ? `RID-${login}` : '' };
    await new PeopleQueries(this.dataSource).insertAccount({ ...account, displayName: { ja: login, en: login }, organisationId: this.organisation, roles, ial: 2, passwordHash: await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 }), totpSecret: new FieldCipher(FIELD_KEY).seal(account.totpSecret) });
    const at = systemClock.now();
    await new PostgresUnitOfWork(this.dataSource).run((tx) => tx.save('standing', newStanding(account.id), 0, [{ type: 'standing.registered', at, by: 'system:registrar' }], [], { requestId: 'test', ip: null, sessionRef: null }, at));
    return account;
  }
  visitor(): Visitor { return new Visitor(this.url); }
  /** Signed in with both factors. */
  async signedIn(account: Account): Promise<Visitor> {
    const visitor = this.visitor();
    await visitor.signIn(account);
    return visitor;
  }

  async stop(): Promise<void> {
    await this.api?.stop();
    await this.dataSource.destroy();
    await Promise.all([this.postgres.stop(), this.store.stop()]);
    await rm(this.directory, { recursive: true, force: true });
  }
}
