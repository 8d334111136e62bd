import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { datasetDocumentSchema } from '@suimon/contracts';
import { newStanding, ROLES } from '@suimon/domain';
import { makeDataSource, PeopleQueries, PostgresUnitOfWork } from '@suimon/persistence';
import { randomIds, readEnvironment, systemClock } from '@suimon/platform';
import { generateURI } from 'otplib';
import { z } from 'zod';
import { FieldCipher } from './people/field-cipher.js';

/** Demo data: the catalogue with its files, and accounts that are roles. Safe to run twice; prints the accounts as JSON. */
const environment = readEnvironment('seed');
const demoDir = environment.SUIMON_DEMO_DIR ?? join(environment.SUIMON_POLICY_DIR, '..', 'demo');
const localised = z.object({ ja: z.string(), en: z.string() });
const accountsFile = z.object({
  organisations: z.array(z.object({ id: z.string(), name: localised, kind: z.enum(['company', 'research', 'administrative', 'other']) })),
  accounts: z.array(z.object({ login: z.string(), displayName: localised, roles: z.array(z.enum(ROLES)), organisation: z.string(), teamNumber: z.string(), researcherId: z.string(), ial: z.number().int() })),
});
const ORIGIN = { requestId: 'seed', ip: null, sessionRef: null };
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** The same installation always makes the same demo secrets, so a second start can print them without storing them in clear. */
const derived = (purpose: string, login: string, length: number): string => [...createHmac('sha256', environment.SUIMON_FIELD_KEY).update(`demo ${purpose} ${login}`).digest()].slice(0, length).map((byte) => BASE32[byte % 32] ?? 'A').join('');

const makeData = async (): Promise<void> => {
  const child = spawn('bash', [join(demoDir, 'make-data.sh'), environment.SUIMON_DATASETS_DIR], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE: process.execPath } });
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve); });
  if (code !== 0) throw new Error('the demo data could not be made; see the lines above');
};

const dataSource = await makeDataSource(environment.DATABASE_URL, 4).initialize();
const unitOfWork = new PostgresUnitOfWork(dataSource);
const people = new PeopleQueries(dataSource);
const cipher = new FieldCipher(environment.SUIMON_FIELD_KEY);
await makeData();
const { organisations, accounts } = accountsFile.parse(JSON.parse(await readFile(join(demoDir, 'accounts.json'), 'utf8')));
const organisationIds = new Map<string, string>();
for (const { id, name, kind } of organisations) organisationIds.set(id, await people.upsertOrganisation({ id: randomIds.next(), slug: id, displayName: name, kind }));

const shown = [];
for (const account of accounts) {
  const password = derived('password', account.login, 12).toLowerCase();
  const totpSecret = derived('totp', account.login, 32);
  shown.push({ login: account.login, password, totpSecret, roleJa: account.displayName.ja, roleEn: account.displayName.en, totpUri: generateURI({ issuer: 'Suimon', label: account.login, secret: totpSecret }) });
  if (await people.idByLogin(account.login)) continue;
  const id = randomIds.next();
  const { organisation, ...rest } = account;
  await people.insertAccount({ ...rest, id, organisationId: organisationIds.get(organisation) ?? '', passwordHash: await hash(password), totpSecret: cipher.seal(totpSecret) });
  const at = systemClock.now();
  await unitOfWork.run((tx) => tx.save('standing', newStanding(id), 0, [{ type: 'standing.registered', at, by: 'system:registrar' }], [], ORIGIN, at));
}
for (const file of (await readdir(join(demoDir, 'catalogue'))).filter((name) => name.endsWith('.json')).sort()) {
  const document = datasetDocumentSchema.parse(JSON.parse(await readFile(join(demoDir, 'catalogue', file), 'utf8')));
  await unitOfWork.run(async (tx) => {
    const known = (await tx.datasetStatuses([document.slug]))[document.slug];
    await tx.putDataset(document, known ?? 'published');
    if (!known) await tx.note('dataset', document.slug, { type: 'dataset.published', at: systemClock.now(), by: 'system:registrar', version: document.version }, ORIGIN);
  });
}
await dataSource.destroy();
process.stdout.write(`${JSON.stringify({ accounts: shown })}\n`);
