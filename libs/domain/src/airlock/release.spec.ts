import { describe, expect, test } from '@jest/globals';
import { cast, system } from '../testing/people.js';
import { airlockPolicy } from '../testing/policies.js';
import { openProject } from '../testing/projects.js';
import { delivery, fileIdOf, sha, transferAt } from '../testing/transfers.js';
import type { TransferJourney } from '../testing/transfers.js';
import { transferWorkflow } from './commands.js';

const [releaser, expirer] = [system('releaser'), system('expirer')];
const { stewardA, stewardB, requester } = cast;
const REASON = 'a name was left in';
const TABLE = fileIdOf('table.csv');
const approved = (): TransferJourney => transferAt('approved');
const released = (direction: 'import' | 'export' = 'export'): TransferJourney => transferAt('released', direction);
const ticket = { ticketId: 'ticket-1' };

describe('the cooling-off time', () => {
  test('case 19: given an approval by mistake, when undone within the time, then nothing was delivered and the review goes on', () => {
    const journey = approved().later(59.999);
    expect(journey.ask('issueTicket', releaser, ticket)).toBe('rule: cooling-off');
    expect(journey.run('undo', stewardB, {}).state).toMatchObject({ status: 'consolidating', approval: null, ticket: null, deadlineAt: null });
    expect(journey.ask('approve', stewardA, {})).toBeNull();
  });
  test('at its end the approval can no longer be undone and the release may begin', () => {
    const journey = approved().later(60);
    expect([journey.ask('undo', stewardA, {}), journey.ask('issueTicket', releaser, ticket)]).toEqual(['rule: cooling-off-over', null]);
  });
  test('nobody but a reviewer of the round undoes', () => expect([cast.requester, cast.lead, cast.security].map((actor) => approved().ask('undo', actor, {}))).toEqual(Array.from({ length: 3 }, () => 'access: not-permitted')));
});

describe('the ticket', () => {
  const cooled = (): TransferJourney => approved().later(60);
  test('names the manifest and who approved it', () => {
    const journey = cooled().run('issueTicket', releaser, ticket);
    expect(journey.state).toMatchObject({ status: 'releasing', deadlineAt: '2026-06-15T03:11:00.000Z', ticket: { id: 'ticket-1', manifestHash: journey.state.manifest?.hash, approvers: ['steward-a', 'steward-b'] } });
  });
  test('case 60: given anybody but the releasing job, when a ticket is asked for, then refused', () => {
    expect([requester, stewardA, cast.operator, cast.security, system('scanner'), system('sealer')].map((actor) => cooled().ask('issueTicket', actor, ticket))).toEqual(Array.from({ length: 6 }, () => 'access: not-permitted'));
  });
  test('is not issued when an approver has lost the role in the meantime', () => expect(cooled().given({ activeStewards: [stewardA.id] }).ask('issueTicket', releaser, ticket)).toBe('rule: approvals-missing'));
  test('is not issued when the project is no longer in force', () => expect(cooled().given({ project: { ...openProject().state, status: 'suspended' } }).ask('issueTicket', releaser, ticket)).toBe('rule: project-not-in-force'));
  test('is not issued when the requester no longer stands', () => expect(cooled().given({ requesterEntitled: false }).ask('issueTicket', releaser, ticket)).toBe('rule: requester-not-entitled'));
  test('I3: is not issued on a manifest without proof', () => {
    const { row, state, context } = { row: transferWorkflow.commands.issueTicket, state: cooled().state, context: cooled().context(releaser) };
    const code = (changed: typeof state) => row.rules?.find((rule) => !rule.holds(changed, context, undefined))?.code;
    expect([code(state), code({ ...state, verdicts: state.verdicts.slice(1) }), code({ ...state, manifest: null }), code({ ...state, approval: state.approval && { ...state.approval, manifestHash: sha('other') } })]).toEqual([undefined, 'not-proven-clean', 'manifest-mismatch', 'manifest-mismatch']);
  });
  test('case 31: given the release job runs twice, then one ticket', () => {
    const journey = cooled().run('issueTicket', releaser, ticket);
    expect(journey.ask('issueTicket', releaser, { ticketId: 'ticket-2' })).toBe('state: not-in-this-state');
  });
});

describe('delivery', () => {
  const releasing = (): TransferJourney => transferAt('releasing', 'export', [{ path: 'a.csv' }, { path: 'b.csv' }, { path: 'method.txt', role: 'supporting' }]);
  test('of every output with the hashes of the manifest releases the transfer', () => {
    const journey = releasing();
    expect(journey.run('delivered', releaser, delivery(journey.state)).state).toMatchObject({ status: 'released', deadlineAt: null, releasedAt: '2026-06-15T03:01:00.000Z', expiresAt: '2026-06-29T03:01:00.000Z' });
  });
  test('I15: of some outputs releases nothing', () => {
    const journey = releasing();
    const whole = delivery(journey.state);
    const [a, b] = whole.files;
    if (!a || !b) throw new Error('no file');
    for (const files of [[], [a], [a, a], [a, { ...b, sha256: sha('other') }], [a, { ...b, sha256: a.sha256 }], [a, b, b]]) expect(journey.ask('delivered', releaser, { ...whole, files })).toBe('rule: manifest-mismatch');
  });
  test('case 29: given the same hashes under swapped names, then refused', () => {
    const journey = releasing();
    const { ticketId, files } = delivery(journey.state);
    const [a, b] = files;
    if (!a || !b) throw new Error('no file');
    expect(journey.ask('delivered', releaser, { ticketId, files: [{ ...a, sha256: b.sha256 }, { ...b, sha256: a.sha256 }] })).toBe('rule: manifest-mismatch');
  });
  test('case 25: given a supporting file, then it is no part of the release, and a delivery that holds it is refused', () => {
    const journey = releasing();
    const supporting = { fileId: fileIdOf('method.txt'), sha256: sha('method.txt') };
    expect(delivery(journey.state).files).not.toContainEqual(supporting);
    expect(journey.ask('delivered', releaser, { ...delivery(journey.state), files: [...delivery(journey.state).files, supporting] })).toBe('rule: manifest-mismatch');
  });
  test('under another ticket is refused', () => {
    const journey = releasing();
    expect(journey.ask('delivered', releaser, { ...delivery(journey.state), ticketId: 'ticket-0' })).toBe('rule: manifest-mismatch');
    expect(journey.ask('deliveryMismatch', releaser, { ticketId: 'ticket-0', text: '' })).toBe('rule: superseded');
  });
  test('that reads back other bytes quarantines the transfer and shows nothing', () => {
    const journey = releasing().run('deliveryMismatch', releaser, { ...ticket, text: 'b.csv differs' });
    expect(journey.state).toMatchObject({ status: 'quarantined', reason: { code: 'delivery-mismatch', text: 'b.csv differs' }, releasedAt: null });
    expect(journey.ask('download', requester, { fileId: fileIdOf('a.csv') })).toBe('state: not-in-this-state');
  });
  test('of an import has no expiry', () => expect(released('import').state).toMatchObject({ status: 'released', expiresAt: null }));
});

describe('downloading', () => {
  const download = (journey: TransferJourney, fileId = TABLE): string | null => journey.ask('download', requester, { fileId });
  test('is for the requester of a released export, and is counted', () => {
    expect(released().run('download', requester, { fileId: TABLE }).state.downloads).toEqual([{ personId: 'requester', fileId: TABLE, at: '2026-06-15T03:01:00.000Z' }]);
  });
  test('is for nobody else', () => expect([cast.lead, cast.colleague, stewardA, cast.security, cast.auditor].map((actor) => released().ask('download', actor, { fileId: TABLE }))).toEqual(Array.from({ length: 5 }, () => 'access: not-permitted')));
  test.each(transferWorkflow.statuses.filter((status) => status !== 'released'))('case 30 and case 6: given the transfer is %s, then refused', (status) => expect(download(transferAt(status))).toBe('state: not-in-this-state'));
  test('of an import is refused: imports are read inside', () => expect(download(released('import'))).toBe('rule: imports-are-read-inside'));
  test('of a supporting file or of no file is refused', () => expect([download(released(), fileIdOf('method.txt')), download(released(), 'no-file')]).toEqual(['rule: file-unknown', 'rule: file-unknown']));
  test('ends at the expiry, to the instant', () => {
    const until = (seconds: number): string | null => { const journey = released(); return download(journey.at(journey.state.expiresAt ?? '').later(seconds)); };
    expect([until(-0.001), until(0)]).toEqual([null, 'rule: download-expired']);
  });
  test('ends at the limit for each file and person', () => {
    const journey = released().run('download', requester, { fileId: TABLE });
    expect(download(journey)).toBeNull();
    journey.run('download', requester, { fileId: TABLE });
    expect(journey.verdict('download', requester, { fileId: TABLE })).toMatchObject({ code: 'download-limit-reached', params: { limit: airlockPolicy.downloadsPerPerson } });
  });
  test('the limit of one file leaves the others', () => {
    const journey = transferAt('released', 'export', [{ path: 'a.csv' }, { path: 'b.csv' }]);
    for (let count = 0; count < 2; count += 1) journey.run('download', requester, { fileId: fileIdOf('a.csv') });
    expect([download(journey, fileIdOf('a.csv')), download(journey, fileIdOf('b.csv'))]).toEqual(['rule: download-limit-reached', null]);
  });
  test('I17: ends with the entitlement of the requester', () => expect(download(released().given({ requesterEntitled: false }))).toBe('rule: requester-not-entitled'));
  test('a page that asks before a file is chosen is told the same', () => {
    expect([released().commands(requester).download, released('import').commands(requester).download, released().later(15 * 86_400).commands(requester).download]).toEqual([null, 'imports-are-read-inside', 'download-expired']);
  });
});

describe('after the release', () => {
  test('case 9: given a release is revoked without a reason, then refused; with one, then no byte more', () => {
    expect([released().ask('revoke', stewardA, { reason: '' }), released().ask('revoke', cast.security, { reason: REASON })]).toEqual(['rule: reason-required', null]);
    const journey = released().run('revoke', stewardA, { reason: REASON });
    expect(journey.state).toMatchObject({ status: 'revoked', reason: { code: 'revoked', text: REASON } });
    expect(journey.ask('download', requester, { fileId: TABLE })).toBe('state: not-in-this-state');
  });
  test('nobody of the project revokes, and no operator', () => expect([requester, cast.lead, cast.formerMember, cast.operator].map((actor) => released().ask('revoke', actor, { reason: REASON }))).toEqual(Array.from({ length: 4 }, () => 'access: not-permitted')));
  test('an export expires by the clock, not before its date; an import never does', () => {
    const at = (seconds: number): string | null => { const journey = released(); return journey.at(journey.state.expiresAt ?? '').later(seconds).ask('expire', expirer, {}); };
    expect([at(-0.001), at(0), released('import').later(10 * 365 * 86_400).ask('expire', expirer, {})]).toEqual(['rule: deadline-not-reached', null, 'rule: deadline-not-reached']);
  });
  test.each(transferWorkflow.finals)('I13: %s is left by no command of anybody', (status) => {
    const journey = transferAt(status);
    for (const actor of [...Object.values(cast), releaser, expirer, system('sealer'), system('scanner'), system('courier')]) expect(Object.values(journey.commands(actor)).filter((code) => code === null)).toEqual([]);
  });
});

describe('withdrawing', () => {
  test.each(['draft', 'returned', 'scanning', 'in_review', 'consolidating'] as const)('from %s is open to the requester and the lead, and void of what was sealed', (status) => {
    for (const actor of [requester, cast.lead]) expect(transferAt(status).run('withdraw', actor, {}).state).toMatchObject({ status: 'withdrawn', manifest: null, verdicts: [], approval: null, ticket: null, deadlineAt: null });
  });
  test.each(['sealing', 'quarantined', 'approved', 'releasing', 'released', 'rejected'] as const)('from %s is not possible', (status) => expect(transferAt(status).ask('withdraw', requester, {})).toBe('state: not-in-this-state'));
  test('is not for colleagues or stewards', () => expect([cast.colleague, stewardA].map((actor) => transferAt('draft').ask('withdraw', actor, {}))).toEqual(['access: not-permitted', 'access: not-permitted']));
});
