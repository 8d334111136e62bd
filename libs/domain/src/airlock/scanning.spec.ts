import { describe, expect, test } from '@jest/globals';
import { cast, system } from '../testing/people.js';
import { fileIdOf, manifestOf, scanned, scanReport, sha, transferAt, verdictOn, verdictsOn } from '../testing/transfers.js';
import type { TransferJourney } from '../testing/transfers.js';
import type { TransferInputs } from './commands.js';
import { allClean } from './rules.js';
import type { Direction, Verdict } from './state.js';
import { REQUIRED_SCANNERS } from './state.js';

const [sealer, scanner, expirer] = [system('sealer'), system('scanner'), system('expirer')];
const scanning = (direction: Direction = 'export'): TransferJourney => transferAt('scanning', direction);
const TABLE = fileIdOf('table.csv');
const report = (journey: TransferJourney, change: Partial<TransferInputs['scanned']> = {}): TransferInputs['scanned'] => ({ ...scanReport(journey.state), ...change });
/** All clean but for the table, of which the first scanner says something else. */
const butFor = (journey: TransferJourney, verdict: Verdict): TransferJourney => scanned(journey, verdictsOn(journey.state, (fileId, id) => (fileId === TABLE && id === REQUIRED_SCANNERS[0] ? verdict : 'clean')));

describe('sealing', () => {
  const sealing = (direction: Direction = 'export'): TransferJourney => transferAt('sealing', direction);
  const seal = (journey: TransferJourney, change: Partial<TransferInputs['sealed']> = {}): TransferInputs['sealed'] => ({ round: journey.state.round, manifest: manifestOf(journey.state), ...change });
  test('fixes the bytes of every file and hands them to the scanners under a new deadline', () => {
    const journey = sealing();
    journey.run('sealed', sealer, seal(journey));
    expect(journey.state).toMatchObject({ status: 'scanning', manifest: manifestOf(journey.state), deadlineAt: '2026-06-15T03:15:00.000Z' });
    expect(journey.state.files.map(({ path, sha256 }) => [path, sha256])).toEqual([['method.txt', sha('method.txt')], ['table.csv', sha('table.csv')]]);
  });
  test('is done by the mover alone', () => {
    expect([cast.requester, cast.stewardA, scanner, system('releaser')].map((actor) => sealing().ask('sealed', actor, seal(sealing())))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted'));
  });
  test('a report of an earlier round is superseded', () => {
    expect(sealing().ask('sealed', sealer, seal(sealing(), { round: 0 }))).toBe('rule: superseded');
    expect(sealing().ask('sealFailed', sealer, { round: 0, code: 'file-gone', text: '' })).toBe('rule: superseded');
  });
  test('takes exactly the files of the request: none less, none more, none renamed, none in another role', () => {
    const { manifest } = seal(sealing());
    const [first, ...others] = manifest.files;
    if (!first) throw new Error('no file');
    const changed = [others, [...manifest.files, { ...first, fileId: 'another' }], [{ ...first, path: 'other.txt' }, ...others], [{ ...first, role: 'output' as const }, ...others], [{ ...first, fileId: 'another' }, ...others]];
    expect(changed.map((files) => sealing().ask('sealed', sealer, seal(sealing(), { manifest: { ...manifest, files } })))).toEqual(Array.from({ length: 5 }, () => 'rule: manifest-mismatch'));
  });
  test('an upload has the bytes that were uploaded; an outbox file has the bytes it has when it is sealed', () => {
    const other = manifestOf(sealing().state, (path) => `changed ${path}`);
    expect(sealing('import').ask('sealed', sealer, seal(sealing('import'), { manifest: other }))).toBe('rule: manifest-mismatch');
    expect(sealing('export').ask('sealed', sealer, seal(sealing('export'), { manifest: other }))).toBeNull();
  });
  test('of an outbox file in a later round is not held to the bytes of the round before', () => {
    const journey = transferAt('returned').run('submit', cast.requester, {});
    const manifest = manifestOf(journey.state, (path) => `rewritten ${path}`);
    expect(journey.run('sealed', sealer, { round: 2, manifest }).state.files.map(({ path, sha256 }) => [path, sha256])).toEqual([['method.txt', sha('rewritten method.txt')], ['table.csv', sha('rewritten table.csv')]]);
  });
  test('that fails returns the request with the reason', () => {
    expect(sealing().run('sealFailed', sealer, { round: 1, code: 'changed-while-reading', text: 'table.csv' }).state).toMatchObject({ status: 'returned', manifest: null, deadlineAt: null, reason: { code: 'changed-while-reading', text: 'table.csv', by: 'system:sealer' } });
  });
  test('case 23: given the workspace file changes after it is sealed, then the request still holds the sealed bytes', () => {
    const journey = scanning();
    expect(journey.ask('noticeFile', system('courier'), { fileId: TABLE, path: 'table.csv', sizeBytes: 1, modifiedAtMs: 99 })).toBe('state: not-in-this-state');
    expect(journey.state.manifest?.files.find(({ fileId }) => fileId === TABLE)?.sha256).toBe(sha('table.csv'));
  });
});

describe('scanning', () => {
  test.each(['import', 'export'] as const)('an %s of which every scanner has seen every byte and found nothing goes to review', (direction) => {
    expect(scanned(scanning(direction)).state).toMatchObject({ status: 'in_review', deadlineAt: null });
  });
  test('is reported by the scanner alone', () => {
    expect([cast.requester, cast.stewardA, sealer, system('releaser')].map((actor) => scanning().ask('scanned', actor, report(scanning())))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted'));
  });
  test('waits until every scanner has spoken on every file', () => {
    const journey = scanning();
    const verdicts = verdictsOn(journey.state);
    verdicts.slice(0, -1).forEach((verdict) => expect(scanned(journey, [verdict]).state.status).toBe('scanning'));
    expect(scanned(journey, verdicts.slice(-1)).state.status).toBe('in_review');
  });
  test.each(['import', 'export'] as const)('case 14: given an infected file in an %s, then quarantined, and no reviewer gets it', (direction) => {
    const journey = butFor(scanning(direction), 'infected');
    expect(journey.state).toMatchObject({ status: 'quarantined', reason: { code: 'infected', text: 'infected-reason' } });
    expect(Object.values(journey.commands(cast.stewardA)).filter((code) => code === null)).toEqual([]);
  });
  test('one infected file quarantines at once, before the others are scanned', () => {
    const journey = scanning();
    expect(scanned(journey, [verdictOn(journey.state, TABLE, 'clamav', 'infected')]).state.status).toBe('quarantined');
  });
  test('an infected supporting file quarantines like any other', () => {
    const journey = scanning();
    expect(scanned(journey, [verdictOn(journey.state, fileIdOf('method.txt'), 'structure', 'infected')]).state.status).toBe('quarantined');
  });
  test.each(['not_scanned', 'error'] as const)('I21 and case 13: given a file that is %s, then returned with the reason', (verdict) => {
    expect(butFor(scanning(), verdict).state).toMatchObject({ status: 'returned', reason: { code: `${verdict}-reason` } });
  });
  test('a file that is not scanned waits for the verdicts that are missing, so that an infected one is not overlooked', () => {
    const journey = scanning();
    const [table, method] = [TABLE, fileIdOf('method.txt')];
    const told = (...verdicts: Parameters<typeof scanned>[1] & object): string => scanned(journey.fork(), verdicts).state.status;
    const unscanned = verdictOn(journey.state, table, 'clamav', 'not_scanned');
    expect(told(unscanned)).toBe('scanning');
    expect(told(unscanned, verdictOn(journey.state, method, 'clamav'))).toBe('scanning');
    expect(told(unscanned, verdictOn(journey.state, method, 'structure'))).toBe('scanning');
    expect(told(unscanned, verdictOn(journey.state, method, 'structure'), verdictOn(journey.state, table, 'structure'))).toBe('scanning');
    expect(scanned(scanned(journey, [unscanned]), [verdictOn(journey.state, method, 'structure', 'infected')]).state.status).toBe('quarantined');
  });
  test('the reason of a return is that of the file that was not proven, whatever the sizes of the others', () => {
    const journey = transferAt('scanning', 'export', [{ path: 'a.csv', sizeBytes: 300 }, { path: 'table.csv', sizeBytes: 200 }]);
    expect(butFor(journey, 'not_scanned').state.reason?.code).toBe('not_scanned-reason');
  });
  test('infected goes before not scanned', () => {
    const journey = scanning();
    const verdicts = verdictsOn(journey.state, (fileId, id) => (fileId === TABLE ? (id === 'clamav' ? 'not_scanned' : 'infected') : 'clean'));
    expect(scanned(journey, verdicts).state.status).toBe('quarantined');
  });
  test.each([['none of its bytes', 0], ['all its bytes but one', 99], ['one byte more than it has', 101]])('I21: a scanner that says clean and has seen %s has not proven it', (_what, bytesSeen) => {
    const journey = scanning();
    const verdicts = verdictsOn(journey.state).map((verdict) => (verdict.fileId === TABLE && verdict.scanner === 'clamav' ? { ...verdict, bytesSeen } : verdict));
    expect(scanned(journey, verdicts).state).toMatchObject({ status: 'returned', reason: { code: 'incomplete-scan' } });
  });
  test('I21: nothing but "clean" on every byte of every file from every scanner is clean', () => {
    const { state } = transferAt('in_review');
    expect(allClean(state)).toBe(true);
    for (const index of state.verdicts.keys()) expect(allClean(state, state.verdicts.filter((_verdict, other) => other !== index))).toBe(false);
    for (const change of [{ verdict: 'error' as const }, { verdict: 'not_scanned' as const }, { verdict: 'infected' as const }, { bytesSeen: 0 }, { sha256: sha('other') }, { fileId: 'other' }]) expect(allClean(state, state.verdicts.map((verdict, index) => (index === 0 ? { ...verdict, ...change } : verdict)))).toBe(false);
    expect(allClean({ ...state, manifest: null })).toBe(false);
    expect(allClean({ ...state, manifest: { hash: 'empty', files: [] } }, [])).toBe(false);
  });
  test('one scanner twice does not stand for two scanners', () => {
    const journey = scanning();
    const clam = verdictsOn(journey.state).filter(({ scanner: id }) => id === 'clamav');
    expect(scanned(journey, [...clam, ...clam]).state.status).toBe('scanning');
  });
  test('verdicts are kept with the engine, the signatures and the time', () => {
    const journey = scanned(scanning().later(5));
    expect(journey.state.verdicts[0]).toMatchObject({ engine: 'engine 1', signatures: '1', at: '2026-06-15T03:00:05.000Z' });
  });
});

describe('case 8: late and foreign reports', () => {
  test('verdicts of an earlier round, of another manifest, of other bytes or of a file that is not sealed are not taken', () => {
    const journey = scanning();
    const verdicts = verdictsOn(journey.state);
    const foreign = [report(journey, { round: 0 }), report(journey, { round: 2 }), report(journey, { manifestHash: sha('other') }), report(journey, { verdicts: [...verdicts.slice(1), { ...verdictOn(journey.state, TABLE, 'clamav'), sha256: sha('other') }] }), report(journey, { verdicts: [verdictOn(journey.state, 'no-file', 'clamav')] })];
    expect(foreign.map((input) => journey.ask('scanned', scanner, input))).toEqual(Array.from({ length: 5 }, () => 'rule: superseded'));
    expect(journey.state.verdicts).toEqual([]);
  });
  test.each(['in_review', 'returned', 'quarantined', 'withdrawn', 'released'] as const)('a verdict that arrives when the transfer is %s changes nothing', (status) => {
    const input = report(scanning(), { verdicts: verdictsOn(scanning().state, () => 'infected') });
    expect(transferAt(status).ask('scanned', scanner, input)).toBe('state: not-in-this-state');
  });
  test('a verdict of the first round does not count in the second', () => {
    const first = scanning();
    const late = report(first);
    const second = first.later(900).run('timeOut', expirer, {}).run('submit', cast.requester, {});
    second.run('sealed', sealer, { round: 2, manifest: manifestOf(second.state) });
    expect(second.ask('scanned', scanner, late)).toBe('rule: superseded');
  });
});

describe('deadlines', () => {
  const after = (status: 'sealing' | 'scanning' | 'approved' | 'releasing', seconds: number): TransferJourney => { const journey = transferAt(status); return journey.at(journey.state.deadlineAt ?? '').later(seconds); };
  test.each(['sealing', 'scanning', 'approved', 'releasing'] as const)('%s is not ended before its deadline, and is at it', (status) => {
    expect([after(status, -0.001).ask('timeOut', expirer, {}), after(status, 0).ask('timeOut', expirer, {})]).toEqual(['rule: deadline-not-reached', null]);
  });
  test('are kept by the clock alone', () => {
    expect([cast.operator, cast.stewardA, scanner].map((actor) => after('scanning', 0).ask('timeOut', actor, {}))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted'));
  });
  test('given a scanner that says nothing, when the deadline passes, then returned: scan unavailable', () => {
    expect(after('scanning', 0).run('timeOut', expirer, {}).state).toMatchObject({ status: 'returned', reason: { code: 'scan-unavailable' }, deadlineAt: null, manifest: null });
  });
  test('given a mover that never seals, then returned: sealing unavailable', () => {
    expect(after('sealing', 0).run('timeOut', expirer, {}).state).toMatchObject({ status: 'returned', reason: { code: 'sealing-unavailable' } });
  });
  test.each(['approved', 'releasing'] as const)('given a release that hangs when %s, then back to the reviewers without approval or ticket', (status) => {
    expect(after(status, 0).run('timeOut', expirer, {}).state).toMatchObject({ status: 'consolidating', approval: null, ticket: null, deadlineAt: null, reason: { code: 'release-unavailable' } });
  });
  test('a status that a person owns has none', () => {
    for (const status of ['draft', 'in_review', 'consolidating', 'returned', 'quarantined', 'released', 'withdrawn'] as const) expect([transferAt(status).state.deadlineAt, transferAt(status).later(999_999).ask('timeOut', expirer, {})]).toEqual([null, 'state: not-in-this-state']);
  });
});

describe('quarantine', () => {
  const quarantined = (): TransferJourney => transferAt('quarantined');
  test('is ended by a security officer with a reason', () => {
    expect(quarantined().run('purge', cast.security, { reason: 'malware was confirmed' }).state).toMatchObject({ status: 'blocked', reason: { code: 'infected', text: 'malware was confirmed', by: 'security' } });
    expect(quarantined().ask('purge', cast.security, { reason: 'too short' })).toBe('rule: reason-required');
  });
  test('is not ended by its requester, the lead, a steward or an operator', () => {
    expect([cast.requester, cast.lead, cast.stewardA, cast.operator].map((actor) => quarantined().ask('purge', actor, { reason: 'malware was confirmed' }))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted'));
  });
  test('cannot be withdrawn from', () => expect(quarantined().ask('withdraw', cast.requester, {})).toBe('state: not-in-this-state'));
});
