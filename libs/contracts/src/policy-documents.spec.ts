import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROLES } from '@suimon/domain';
import { datasetDocumentSchema } from './dataset-document.js';
import { agreementTextSchema, airlockPolicySchema, applicationFormPolicySchema, committeePolicySchema, policySchema, trainingModuleSchema, workspacePolicySchema } from './policy-documents.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const filesOf = (directory: string): string[] => readdirSync(join(root, directory)).filter((file) => file.endsWith('.json')).sort().map((file) => `${directory}/${file}`);

const trainingFiles = filesOf('policy/training');
const agreementFiles = filesOf('policy/agreements');
const catalogueFiles = filesOf('demo/catalogue');
const everyFile = [...filesOf('policy'), ...trainingFiles, ...agreementFiles, ...catalogueFiles, 'demo/accounts.json'];

const committee = committeePolicySchema.parse(read('policy/committee.json'));
const airlock = airlockPolicySchema.parse(read('policy/airlock.json'));
const training = trainingFiles.map((file) => trainingModuleSchema.parse(read(file)));
const agreements = agreementFiles.map((file) => agreementTextSchema.parse(read(file)));
const datasets = catalogueFiles.map((file) => datasetDocumentSchema.parse(read(file)));

interface Account { login: string; roles: string[]; organisation: string; teamNumber: string; researcherId: string; ial: number }
const accounts = read('demo/accounts.json') as { organisations: { id: string; kind: string }[]; accounts: Account[] };

/** Every { ja, en } found at any depth. */
function localisedTexts(value: unknown): { ja: unknown; en: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('ja' in value || 'en' in value) return [{ ja: 'ja' in value ? value.ja : undefined, en: 'en' in value ? value.en : undefined }];
  return Object.values(value).flatMap(localisedTexts);
}

describe('the policy documents', () => {
  it('parse together as one policy', () => {
    const whole = { committee, form: read('policy/application-form.json'), training, agreements, airlock, workspace: read('policy/workspace.json') };
    expect(policySchema.safeParse(whole).error).toBeUndefined();
  });

  it.each(everyFile)('%s says everything in both languages', (file) => {
    for (const text of localisedTexts(read(file))) {
      expect(text).toEqual({ ja: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
      expect(text.en).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  it.each([...trainingFiles, ...agreementFiles])('%s is named after its id', (file) => {
    expect((read(file) as { id: string }).id).toBe(basename(file, '.json'));
  });

  it('has review items for each of the five Safes', () => {
    const japanese = committee.items.map((item) => item.help.ja).join('\n');
    for (const safe of ['プロジェクトの安全', '人の安全', 'データの安全', '環境の安全', '結果の安全']) expect(japanese).toContain(safe);
  });

  it('lets the demo committee reach its quorum even if one member has a conflict', () => {
    const seats = accounts.accounts.filter((account) => account.roles.some((role) => role === 'committee' || role === 'chair'));
    expect(seats.length - 1).toBeGreaterThanOrEqual(committee.quorum);
  });

  it('has a question on the penalties in each quiz (R060)', () => {
    for (const module of training) expect(module.quiz.map((question) => question.id)).toContain('penalties');
  });

  it('points every quiz answer at one of the choices', () => {
    for (const question of training.flatMap((module) => module.quiz)) expect(question.choices[question.answer]).toBeDefined();
  });

  it('does not put every right answer in the same place', () => {
    for (const module of training) expect(new Set(module.quiz.map((question) => question.answer)).size).toBeGreaterThan(2);
  });

  it('teaches the numbers that the airlock enforces', () => {
    const taught = training.flatMap((module) => module.chapters.map((chapter) => chapter.body.ja)).join('\n');
    expect(taught).toContain(`${airlock.downloadDays}日以内、1人${airlock.downloadsPerPerson}回まで`);
    expect(taught).toContain(`${airlock.export.reviewers}名のデータ管理者`);
  });

  it('warns in the pledge and states in the rules what follows a breach (R060, R220-R222)', () => {
    for (const id of ['pledge', 'rules-of-use']) {
      const body = agreements.find((text) => text.id === id)?.chapters.map((chapter) => chapter.body.ja).join('\n') ?? '';
      for (const word of ['意図的なセキュリティ侵害', '組織全体', '利用停止', '個人を同定する行為', '刑事告訴', '罰金刑']) expect(body).toContain(word);
    }
  });
});

describe('the demo catalogue', () => {
  it('has at least seven datasets of both DB kinds, some real and some synthetic', () => {
    expect(datasets.length).toBeGreaterThanOrEqual(7);
    expect(new Set(datasets.map((dataset) => dataset.dbKind)).size).toBe(2);
    expect(new Set(datasets.map((dataset) => dataset.synthetic)).size).toBe(2);
    expect(new Set(datasets.map((dataset) => dataset.providerKind)).size).toBeGreaterThanOrEqual(5);
  });

  it('names each file after its slug and uses no slug twice', () => {
    expect(catalogueFiles.map((file) => basename(file, '.json'))).toEqual(datasets.map((dataset) => dataset.slug));
  });

  it('marks synthetic data as such in title, summary and provider', () => {
    for (const dataset of datasets) {
      for (const text of [dataset.title, dataset.summary, dataset.provider]) {
        expect([text.ja.includes('合成データ'), /synthetic/i.test(text.en)]).toEqual([dataset.synthetic, dataset.synthetic]);
      }
    }
  });

  it('names a steward among the demo accounts', () => {
    const stewards = accounts.accounts.filter((account) => account.roles.includes('steward')).map((account) => account.login);
    for (const dataset of datasets) expect(stewards).toContain(dataset.steward);
  });

  it('gives one label to one DUO code', () => {
    const labels = new Map<string, string>();
    for (const { code, label } of datasets.flatMap((dataset) => dataset.duo)) {
      expect(labels.get(code) ?? `${label.ja}/${label.en}`).toBe(`${label.ja}/${label.en}`);
      labels.set(code, `${label.ja}/${label.en}`);
    }
  });
});

describe('the demo accounts', () => {
  it('are roles with unique logins, known roles and a known organisation', () => {
    const logins = accounts.accounts.map((account) => account.login);
    expect(new Set(logins).size).toBe(logins.length);
    for (const account of accounts.accounts) {
      for (const role of account.roles) expect(ROLES).toContain(role);
      expect(accounts.organisations.map((organisation) => organisation.id)).toContain(account.organisation);
      expect(account.ial).toBe(2);
      expect(account.researcherId).toMatch(account.roles.includes('researcher') ? /^RID-\d{4}$/ : /^$/);
      expect(account).not.toHaveProperty('password');
    }
  });

  it('belong to organisations of the four kinds (R017)', () => {
    for (const organisation of accounts.organisations) expect(['company', 'research', 'administrative', 'other']).toContain(organisation.kind);
  });
});

it('finds texts at any depth, so that the language check cannot pass by finding none', () => {
  expect(localisedTexts({ a: [{ label: { ja: '名', en: 'name' } }], b: { ja: '題' } })).toEqual([{ ja: '名', en: 'name' }, { ja: '題', en: undefined }]);
});

describe('a document that does not hold together is refused', () => {
  const dataset = datasets[0];
  const refuses = (change: Record<string, unknown>): boolean => !datasetDocumentSchema.safeParse({ ...dataset, ...change }).success;
  const item = dataset?.items[0];

  it('dataset: an item listed twice in its table', () => expect(refuses({ items: [...(dataset?.items ?? []), item] })).toBe(true));
  it('dataset: an item of a table that does not exist', () => expect(refuses({ items: [...(dataset?.items ?? []), { ...item, table: 'elsewhere' }] })).toBe(true));
  it('dataset: a slug that is not kebab-case', () => expect(refuses({ slug: 'Lung_Cancer' })).toBe(true));
  it('dataset: no DB kind (R003)', () => expect(refuses({ dbKind: undefined })).toBe(true));
  it('dataset: no data class (R226)', () => expect(refuses({ dataClass: undefined })).toBe(true));
  it('dataset: a row count that is not the sum of its tables', () => expect(refuses({ rows: 1_000_000 })).toBe(true));
  it('dataset: a text in one language only', () => expect(refuses({ title: { ja: '表題', en: ' ' } })).toBe(true));
  it('dataset: a key that nobody knows', () => expect(refuses({ password: 'x' })).toBe(true));

  it('training: an answer outside the choices', () => {
    const module = training[0];
    const quiz = module?.quiz.map((question) => ({ ...question, answer: question.choices.length }));
    expect(trainingModuleSchema.safeParse({ ...module, quiz }).success).toBe(false);
  });
  it('form: sections out of order, or a field id used twice', () => {
    const form = applicationFormPolicySchema.parse(read('policy/application-form.json'));
    expect(applicationFormPolicySchema.safeParse({ ...form, sections: [...form.sections].reverse() }).success).toBe(false);
    expect(applicationFormPolicySchema.safeParse({ ...form, sections: form.sections.map((section) => ({ ...section, fields: form.sections[0]?.fields })) }).success).toBe(false);
  });
  it('form: a choice without choices', () => {
    const form = applicationFormPolicySchema.parse(read('policy/application-form.json'));
    const sections = form.sections.map((section) => ({ ...section, fields: section.fields.map((field) => ({ ...field, choices: undefined })) }));
    expect(applicationFormPolicySchema.safeParse({ ...form, sections }).success).toBe(false);
  });
  it('airlock: an extension with a dot, or no reviewer', () => {
    expect(airlockPolicySchema.safeParse({ ...airlock, export: { ...airlock.export, allowedExtensions: ['.csv'] } }).success).toBe(false);
    expect(airlockPolicySchema.safeParse({ ...airlock, export: { ...airlock.export, reviewers: 0 } }).success).toBe(false);
  });
  it('workspace: an assurance level above three', () => {
    expect(workspacePolicySchema.safeParse({ ...(read('policy/workspace.json') as object), minimumAal: 4 }).success).toBe(false);
  });
  it('policy: an agreement that is missing', () => {
    const whole = { committee, form: read('policy/application-form.json'), training, agreements: agreements.slice(1), airlock, workspace: read('policy/workspace.json') };
    expect(policySchema.safeParse(whole).success).toBe(false);
  });
});
