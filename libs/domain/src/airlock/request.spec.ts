import { describe, expect, test } from '@jest/globals';
import { cast, system } from '../testing/people.js';
import { airlockPolicy } from '../testing/policies.js';
import { openProject, projectAt } from '../testing/projects.js';
import { beginTransfer, draftTransfer, fileIdOf, form, sha, transferAt, transferFacts, withFile } from '../testing/transfers.js';
import type { TransferJourney } from '../testing/transfers.js';
import { creationRelations, creationRules } from './commands.js';
import type { TransferInputs } from './commands.js';
import type { Direction, TransferFacts, TransferForm } from './state.js';

const { requester } = cast;
const courier = system('courier');
const upload = (change: Partial<TransferInputs['addFile']> = {}): TransferInputs['addFile'] => ({ fileId: 'new', path: 'new.csv', sizeBytes: 100, sha256: sha('new'), ...change });
const noticed = (change: Partial<TransferInputs['noticeFile']> = {}): TransferInputs['noticeFile'] => ({ fileId: 'new', path: 'new.csv', sizeBytes: 100, modifiedAtMs: 1, ...change });
const limits = (direction: Direction, change: Partial<TransferFacts['policy']['import']>): Partial<TransferFacts> => ({ policy: { ...airlockPolicy, [direction]: { ...airlockPolicy[direction], ...change } } });
const submit = (journey: TransferJourney): string | null => journey.ask('submit', requester, {});
const described = (direction: Direction, change: Partial<TransferForm>): TransferJourney => draftTransfer(direction).run('describe', requester, { form: change });

describe('opening a request', () => {
  const asked = (actor: (typeof cast)[keyof typeof cast], facts: TransferFacts = transferFacts): string | null => {
    const journey = beginTransfer('import').given(facts);
    if (!creationRelations.some((relation) => relation.holds(journey.state, journey.context(actor)))) return 'not-permitted';
    return creationRules.find((rule) => !rule.holds(journey.state, journey.context(actor), undefined))?.code ?? null;
  };
  test('any joined member may', () => expect([asked(requester), asked(cast.lead), asked(cast.colleague)]).toEqual([null, null, null]));
  test('nobody else may: not the invited, not the removed, not a steward', () => {
    expect([asked(cast.invitee), asked(cast.formerMember), asked(cast.stewardA), asked(cast.outsider)]).toEqual(Array.from({ length: 4 }, () => 'not-permitted'));
  });
  test('case 11: given the airlock is disabled, when a request is opened, then refused', () => {
    expect(asked(requester, { ...transferFacts, ...limits('import', { enabled: false }) })).toBe('airlock-direction-off');
  });
  test('case 28: given the project is suspended, closed, not begun or over, when a request is opened, then refused', () => {
    const projects = [projectAt('suspended').state, projectAt('closed').state, openProject({ startsOn: '2026-06-16' }).state, { ...openProject().state, endsOn: '2026-06-14' }];
    expect(projects.map((project) => asked(requester, { ...transferFacts, project }))).toEqual(Array.from({ length: 4 }, () => 'project-not-in-force'));
  });
});

describe('files of an import', () => {
  const draft = (): TransferJourney => draftTransfer('import');
  test('are uploaded by the requester', () => {
    const journey = draft().run('addFile', requester, upload());
    expect(journey.state.files.find(({ id }) => id === 'new')).toEqual({ id: 'new', path: 'new.csv', sizeBytes: 100, sha256: sha('new'), role: 'output', use: null, note: '', modifiedAtMs: null });
  });
  test('are uploaded by nobody else, not even the lead', () => {
    expect([cast.lead, cast.colleague, cast.stewardA, courier].map((actor) => draft().ask('addFile', actor, upload()))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted'));
  });
  test('are kept in the order of their paths', () => {
    const journey = withFile(withFile(beginTransfer('import'), { path: 'b.csv' }), { path: 'a.csv' });
    expect(journey.state.files.map(({ path }) => path)).toEqual(['a.csv', 'b.csv']);
  });
  test('have accepted names only, and the refusal says what is wrong', () => {
    expect(draft().verdict('addFile', requester, upload({ path: '../new.csv' }))).toMatchObject({ code: 'file-name-not-accepted', params: { problem: 'parent' } });
  });
  test('case 32: given an extension that is not on the list, when added, then refused', () => {
    expect(draft().verdict('addFile', requester, upload({ path: 'new.foo' }))).toMatchObject({ code: 'file-type-not-allowed', params: { extension: 'foo' } });
    expect(draft().ask('addFile', requester, upload({ path: 'csv' }))).toBe('rule: file-type-not-allowed');
    expect(draft().ask('addFile', requester, upload({ path: 'NEW.CSV' }))).toBeNull();
  });
  test('case 61: given the weights of a model, when added, then refused unless the policy lists them', () => {
    expect(draft().ask('addFile', requester, upload({ path: 'model.safetensors' }))).toBe('rule: file-type-not-allowed');
    expect(draft().given(limits('import', { allowedExtensions: ['safetensors'] })).ask('addFile', requester, upload({ path: 'model.safetensors' }))).toBeNull();
  });
  test('case 53: given one byte over the limit, when added, then refused; at the limit, then accepted', () => {
    expect(draft().ask('addFile', requester, upload({ sizeBytes: 1001 }))).toBe('rule: file-too-large');
    expect(draft().ask('addFile', requester, upload({ sizeBytes: 1000 }))).toBeNull();
  });
  test('are not empty', () => expect(draft().ask('addFile', requester, upload({ sizeBytes: 0 }))).toBe('rule: file-too-large'));
  test('do not take a name that is taken, in any case or spelling of it', () => {
    expect(draft().ask('addFile', requester, upload({ path: 'Table.CSV' }))).toBe('rule: file-name-taken');
    const kana = draft().run('addFile', requester, upload({ path: '\u304c.csv' }));
    expect(kana.ask('addFile', requester, upload({ fileId: 'other', path: '\u304b\u3099.csv' }))).toBe('rule: file-name-taken');
  });
  test('are not the folder of another file', () => {
    expect(draft().ask('addFile', requester, upload({ path: 'table.csv/inner.csv' }))).toBe('rule: file-name-taken');
    expect(draft().run('addFile', requester, upload({ path: 'x.csv/y.csv' })).ask('addFile', requester, upload({ fileId: 'other', path: 'X.csv' }))).toBe('rule: file-name-taken');
    expect(draft().ask('addFile', requester, upload({ path: 'table.csv2/inner.csv' }))).toBeNull();
  });
  test('are at most as many as the policy says', () => {
    expect(draft().given(limits('import', { maxFiles: 3 })).ask('addFile', requester, upload())).toBeNull();
    expect(draft().given(limits('import', { maxFiles: 2 })).verdict('addFile', requester, upload())).toMatchObject({ code: 'too-many-files', params: { maxFiles: 2 } });
  });
  test('wait while imports are switched off or the project is not in force', () => {
    expect(draft().given(limits('import', { enabled: false })).ask('addFile', requester, upload())).toBe('rule: airlock-direction-off');
    expect(draft().given({ project: projectAt('suspended').state }).ask('addFile', requester, upload())).toBe('rule: project-not-in-force');
  });
  test('a file that is taken out is gone', () => {
    const journey = draft().run('removeFile', requester, { fileId: fileIdOf('table.csv') });
    expect(journey.state.files.map(({ path }) => path)).toEqual(['method.txt']);
    expect(journey.state.excludedPaths).toEqual([]);
  });
  test('only files of the request are described or taken out', () => {
    expect(draft().ask('removeFile', requester, { fileId: 'no-file' })).toBe('rule: file-unknown');
    expect(draft().ask('describeFile', requester, { fileId: 'no-file', role: 'output', use: null, note: '' })).toBe('rule: file-unknown');
  });
});

describe('files of an export', () => {
  const draft = (): TransferJourney => draftTransfer('export');
  test('come from the outbox and are never uploaded', () => {
    expect(draft().ask('addFile', requester, upload())).toBe('rule: export-files-come-from-outbox');
    expect(draft().run('noticeFile', courier, noticed()).state.files.some(({ id }) => id === 'new')).toBe(true);
  });
  test('are noticed by the courier alone', () => {
    expect([requester, cast.lead, system('sealer'), system('scanner')].map((actor) => draft().ask('noticeFile', actor, noticed()))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted'));
  });
  test('have accepted names', () => expect(draft().ask('noticeFile', courier, noticed({ path: 'a\u202eb.csv' }))).toBe('rule: file-name-not-accepted'));
  test('are not noticed while exports are switched off', () => expect(draft().given(limits('export', { enabled: false })).ask('noticeFile', courier, noticed())).toBe('rule: airlock-direction-off'));
  test('a full request takes no further file, but sees a change of one that it has', () => {
    const full = draft().given(limits('export', { maxFiles: 2 }));
    expect(full.ask('noticeFile', courier, noticed())).toBe('rule: too-many-files');
    expect(full.run('noticeFile', courier, noticed({ fileId: fileIdOf('table.csv'), path: 'table.csv', sizeBytes: 7, modifiedAtMs: 9 })).state.files.find(({ path }) => path === 'table.csv')).toMatchObject({ sizeBytes: 7, modifiedAtMs: 9, use: 'publication' });
  });
  test('a changed file loses the hash that was sealed before', () => {
    const returned = transferAt('returned');
    expect(returned.state.files[1]?.sha256).toBe(sha('table.csv'));
    expect(returned.run('noticeFile', courier, noticed({ fileId: fileIdOf('table.csv'), path: 'table.csv' })).state.files[1]?.sha256).toBeNull();
  });
  test('one that disappears from the outbox is forgotten and may come back', () => {
    const journey = draft().run('forgetFile', courier, { fileId: fileIdOf('table.csv') });
    expect([journey.state.files.length, journey.state.excludedPaths]).toEqual([1, []]);
    expect(journey.ask('forgetFile', courier, { fileId: fileIdOf('table.csv') })).toBe('rule: file-unknown');
  });
  test('one that the requester takes out is remembered by its path', () => {
    const { state } = draft().run('removeFile', requester, { fileId: fileIdOf('table.csv') });
    expect([state.excludedPaths, state.files.map(({ path }) => path)]).toEqual([['table.csv'], ['method.txt']]);
  });
});

describe('submitting', () => {
  test.each(['import', 'export'] as const)('a complete %s is taken and sealed next', (direction) => {
    const journey = draftTransfer(direction);
    expect(submit(journey)).toBeNull();
    expect(journey.run('submit', requester, {}).state).toMatchObject({ status: 'sealing', round: 1, deadlineAt: '2026-06-15T03:10:00.000Z' });
  });
  test('is for the requester alone', () => {
    expect([cast.lead, cast.colleague, cast.stewardA, courier].map((actor) => draftTransfer('export').ask('submit', actor, {}))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted'));
  });
  test('case 4: given a draft with no file, when submitted, then refused and still a draft that can be completed', () => {
    const journey = beginTransfer('import').run('describe', requester, { form });
    expect([submit(journey), journey.state.status]).toEqual(['rule: no-output-file', 'draft']);
    expect(submit(withFile(journey, { path: 'a.csv' }))).toBeNull();
  });
  test('case 26: given only supporting files, when submitted, then refused', () => {
    expect(submit(draftTransfer('export', [{ path: 'method.txt', role: 'supporting' }]))).toBe('rule: no-output-file');
  });
  test('case 11: given the direction is switched off, when submitted, then refused, and the request can still be withdrawn', () => {
    const journey = draftTransfer('export').given(limits('export', { enabled: false }));
    expect([submit(journey), journey.ask('withdraw', requester, {})]).toEqual(['rule: airlock-direction-off', null]);
  });
  test('case 28: given the project is no longer in force, when edited or submitted, then refused, and the request can still be withdrawn', () => {
    const journey = draftTransfer('import').given({ project: projectAt('suspended').state });
    expect([journey.ask('describe', requester, { form }), journey.ask('addFile', requester, upload()), journey.ask('describeFile', requester, { fileId: fileIdOf('table.csv'), role: 'output', use: null, note: '' }), submit(journey)]).toEqual(Array.from({ length: 4 }, () => 'rule: project-not-in-force'));
    expect(journey.ask('withdraw', requester, {})).toBeNull();
  });
  test('given the requester no longer stands (terms, training, pledge), when submitted, then refused', () => {
    expect(submit(draftTransfer('export').given({ requesterEntitled: false }))).toBe('rule: requester-not-entitled');
  });
  test('given the requester was removed from the project, then they can do nothing with the request, and the lead can withdraw it', () => {
    const project = openProject().run('removeMember', cast.lead, { personId: requester.id, reason: 'has left the university' }).state;
    const journey = draftTransfer('export').given({ project });
    expect([journey.ask('submit', requester, {}), journey.ask('withdraw', requester, {}), journey.ask('withdraw', cast.lead, {})]).toEqual(['access: not-permitted', 'access: not-permitted', null]);
  });
  test('given it is submitted, when edited or submitted again, then refused; given it is returned, then editable', () => {
    const journey = transferAt('sealing');
    expect([journey.ask('describe', requester, { form }), journey.ask('submit', requester, {})]).toEqual(['state: not-in-this-state', 'state: not-in-this-state']);
    expect([transferAt('returned').ask('describe', requester, { form }), submit(transferAt('returned'))]).toEqual([null, null]);
  });
  test('case 31: given a double click on submit, then one transition', () => {
    const journey = draftTransfer('export').run('submit', requester, {});
    expect(submit(journey)).toBe('state: not-in-this-state');
    expect(journey.story().filter((type) => type === 'transfer.submitted')).toHaveLength(1);
  });
  test('case 32: given an outbox file of a type or size that is not allowed, when submitted, then refused naming it', () => {
    const program = draftTransfer('export', [{ path: 'table.csv' }, { path: 'program.exe', role: 'supporting' }]);
    expect(program.verdict('submit', requester, {})).toMatchObject({ code: 'file-type-not-allowed', params: { file: 'program.exe', extension: 'exe' } });
    const large = draftTransfer('export', [{ path: 'table.csv' }, { path: 'large.csv', sizeBytes: 1001 }]);
    expect(large.verdict('submit', requester, {})).toMatchObject({ code: 'file-too-large', params: { file: 'large.csv', maxFileBytes: 1000 } });
    expect(submit(draftTransfer('export', [{ path: 'empty.csv', sizeBytes: 0 }]))).toBe('rule: file-too-large');
    expect(submit(draftTransfer('export', [{ path: 'large.csv', sizeBytes: 1000 }]))).toBeNull();
  });
  test('a request within every limit but the total, or with a file too many, is refused', () => {
    const three = draftTransfer('export', [{ path: 'a.csv', sizeBytes: 1000 }, { path: 'b.csv', sizeBytes: 1000 }, { path: 'c.csv', sizeBytes: 500 }]);
    expect(submit(three)).toBeNull();
    expect(three.given(limits('export', { maxTotalBytes: 2499 })).verdict('submit', requester, {})).toMatchObject({ code: 'request-too-large', params: { maxFiles: 4, maxTotalBytes: 2499 } });
    expect(submit(three.given(limits('export', { maxFiles: 3 })))).toBeNull();
    expect(submit(three.given(limits('export', { maxFiles: 2 })))).toBe('rule: request-too-large');
  });
  test('the reason is as long as the direction asks, spaces around it not counted', () => {
    expect(submit(described('export', { reason: 'x'.repeat(20) }))).toBeNull();
    expect(described('export', { reason: `${'x'.repeat(19)}     ` }).verdict('submit', requester, {})).toMatchObject({ code: 'transfer-reason-too-short', params: { minLength: 20 } });
    expect(submit(described('import', { reason: 'x'.repeat(10) }))).toBeNull();
  });
});

describe('an export repeats who asks, for what project, and says what each file is for', () => {
  test('the team number is the one registered', () => {
    expect(submit(described('export', { teamNumber: 'T-2' }))).toBe('rule: team-number-mismatch');
    expect(submit(described('import', { teamNumber: 'T-2' }))).toBeNull();
  });
  test('the researcher registration ID is that of the signed-in person', () => {
    expect(submit(described('export', { researcherId: 'R-2' }))).toBe('rule: researcher-id-mismatch');
    expect(submit(described('import', { researcherId: '' }))).toBeNull();
  });
  test('an account with no registered numbers matches no form, not even an empty one', () => {
    const empty = described('export', { teamNumber: '', researcherId: '' });
    expect(submit(empty.given({ requester: { teamNumber: '', researcherId: '' } }))).toBe('rule: team-number-mismatch');
    expect(submit(empty.given({ requester: null }))).toBe('rule: team-number-mismatch');
    expect(submit(described('export', { researcherId: '' }).given({ requester: { teamNumber: 'T-1', researcherId: '' } }))).toBe('rule: researcher-id-mismatch');
  });
  test('the project number is that of this project', () => {
    expect(submit(described('export', { projectNumber: 'P-2026-002' }))).toBe('rule: project-number-mismatch');
    expect(submit(described('import', { projectNumber: '' }))).toBeNull();
  });
  test('each output has a use; supporting files need none', () => {
    const unmarked = draftTransfer('export').run('describeFile', requester, { fileId: fileIdOf('table.csv'), role: 'output', use: null, note: '' });
    expect(submit(unmarked)).toBe('rule: file-use-missing');
    expect(submit(draftTransfer('import').run('describeFile', requester, { fileId: fileIdOf('table.csv'), role: 'output', use: null, note: '' }))).toBeNull();
  });
});

describe('an import declares where it is from', () => {
  const check = { product: 'A scanner', definitionsDate: '2026-06-14', scanDate: '2026-06-15', clean: true };
  test.each<[string, Partial<TransferForm>]>([
    ['without an own virus check', { ownCheck: null }],
    ['with an own virus check that found something', { ownCheck: { ...check, clean: false } }],
    ['without the product of the virus check', { ownCheck: { ...check, product: ' ' } }],
    ['without provenance', { provenance: ' ' }],
    ['without a licence', { licence: '' }],
    ['of data that are already inside', { notAlreadyInside: false }],
  ])('%s it is refused, and an export is not asked', (_what, change) => {
    expect([submit(described('import', change)), submit(described('export', change))]).toEqual(['rule: import-declaration-missing', null]);
  });
});
