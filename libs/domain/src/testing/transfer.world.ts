import type { TransferInputs } from '../airlock/commands.js';
import type { TransferEvent } from '../airlock/events.js';
import { FILE_ROLES, TRANSFER_STATUSES } from '../airlock/state.js';
import type { Direction, Transfer, TransferFacts } from '../airlock/state.js';
import { cast, everybody } from './people.js';
import { airlockPolicy } from './policies.js';
import { openProject, projectAt } from './projects.js';
import { REASON } from './standings.js';
import { ballot, beginTransfer, delivery, form, intoReview, manifestOf, reviewed, scanReport, sha, transferAt, transferFacts, verdictsOn } from './transfers.js';
import type { TransferJourney } from './transfers.js';
import type { World } from './walk.js';

const FOUR_FILES = [{ path: 'a.csv' }, { path: 'b.csv' }, { path: 'c.csv' }, { path: 'notes.txt', role: 'supporting' }] as const;
const statusesOf = (direction: Direction) => TRANSFER_STATUSES.filter((status) => direction === 'export' || status !== 'expired');
const freshPath = (transfer: Transfer): string => `new-${transfer.files.length}-${transfer.round}.csv`;
const knownIds = (transfer: Transfer): readonly string[] => [...transfer.files.map(({ id }) => id), 'no-file'];
const rounds = (transfer: Transfer): readonly number[] => [transfer.round, transfer.round - 1];
const tickets = (transfer: Transfer): readonly string[] => [transfer.ticket?.id ?? 'none', 'another-ticket'];

function scanReports({ state }: TransferJourney): readonly TransferInputs['scanned'][] {
  const all = verdictsOn(state);
  const report = scanReport(state);
  const [first] = all;
  const odd = first ? [{ ...first, verdict: 'infected' as const, reason: 'eicar' }, { ...first, verdict: 'not_scanned' as const, reason: 'encrypted' }, { ...first, verdict: 'error' as const, reason: 'scanner-crashed' }, { ...first, bytesSeen: 0 }] : [];
  return [
    report,
    ...odd.map((verdict) => ({ ...report, verdicts: [verdict, ...all.slice(1)] })),
    ...all.map((verdict) => ({ ...report, verdicts: [verdict] })),
    { ...report, verdicts: [] },
    { ...report, round: report.round - 1 },
    { ...report, manifestHash: sha('another manifest') },
    { ...report, verdicts: all.map((verdict) => ({ ...verdict, sha256: sha('other bytes') })) },
  ];
}
const inputs: World<Transfer, TransferInputs, TransferFacts, TransferEvent>['inputs'] = {
  describe: () => [{ form }, { form: { reason: 'short' } }, { form: { teamNumber: 'T-9' } }, { form: { ownCheck: null } }],
  addFile: ({ state }) => [
    ...[freshPath(state), 'table.csv', '../up.csv', 'program.exe'].map((path) => ({ fileId: `file:${path}`, path, sizeBytes: 10, sha256: sha(path) })),
    { fileId: 'large', path: 'large.csv', sizeBytes: 1001, sha256: sha('large') },
  ],
  noticeFile: ({ state }) => [...[freshPath(state), 'table.csv', 'a\u202eb.csv', 'program.exe'].map((path) => ({ fileId: `file:${path}`, path, sizeBytes: 10, modifiedAtMs: 2 })), { fileId: 'large', path: 'large.csv', sizeBytes: 1001, modifiedAtMs: 2 }],
  forgetFile: ({ state }) => knownIds(state).map((fileId) => ({ fileId })),
  describeFile: ({ state }) => knownIds(state).flatMap((fileId) => FILE_ROLES.map((role) => ({ fileId, role, use: role === 'output' ? 'external' : null, note: 'described' }))),
  removeFile: ({ state }) => knownIds(state).map((fileId) => ({ fileId })),
  submit: () => [{}],
  sealed: ({ state }) => [
    ...rounds(state).map((round) => ({ round, manifest: manifestOf(state) })),
    { round: state.round, manifest: manifestOf(state, (path) => `changed ${path}`) },
    { round: state.round, manifest: { ...manifestOf(state), files: manifestOf(state).files.slice(1) } },
  ],
  sealFailed: ({ state }) => rounds(state).map((round) => ({ round, code: 'file-gone', text: '' })),
  scanned: scanReports,
  timeOut: () => [{}],
  vote: ({ state }) => [
    ...(state.manifest?.files ?? []).flatMap(({ path }) => [ballot(state, path), ballot(state, path), ballot(state, path, 'changes')]),
    { ...ballot(state, 'table.csv', 'changes'), comment: '' },
    { ...ballot(state, 'table.csv'), sha256: sha('other bytes') },
  ],
  submitReview: () => [{}],
  sendBack: () => [{ reason: REASON }, { reason: '' }],
  approve: () => [{}],
  reject: () => [{ reason: REASON }, { reason: '' }],
  undo: () => [{}],
  issueTicket: ({ state }) => [{ ticketId: `ticket-${state.round}` }],
  delivered: ({ state }) => [...tickets(state).map((ticketId) => ({ ...delivery(state), ticketId })), { ...delivery(state), files: delivery(state).files.slice(1) }, { ...delivery(state), files: delivery(state).files.map((file) => ({ ...file, sha256: sha('other bytes') })) }],
  deliveryMismatch: ({ state }) => tickets(state).map((ticketId) => ({ ticketId, text: 'other bytes' })),
  download: ({ state }) => knownIds(state).map((fileId) => ({ fileId })),
  revoke: () => [{ reason: REASON }, { reason: '' }],
  expire: () => [{}],
  purge: () => [{ reason: REASON }, { reason: '' }],
  withdraw: () => [{}],
};
const project = openProject().state;
export const transferWorld: World<Transfer, TransferInputs, TransferFacts, TransferEvent> = {
  beginnings: [
    ...(['import', 'export'] as const).flatMap((direction) => statusesOf(direction).map((status) => () => transferAt(status, direction))),
    () => beginTransfer('import'),
    () => transferAt('scanning', 'export', FOUR_FILES),
    () => transferAt('in_review', 'export', FOUR_FILES),
    () => reviewed(intoReview('export', FOUR_FILES), cast.stewardA),
    () => reviewed(reviewed(intoReview('export', FOUR_FILES), cast.stewardA), cast.stewardB, ['b.csv']),
  ],
  actors: everybody,
  inputs,
  due: ({ deadlineAt, approval, expiresAt }) => [approval?.coolingOffUntil, deadlineAt, expiresAt],
  turns: [
    (journey) => journey.later(59),
    (journey) => journey.later(60),
    (journey) => journey.later(900),
    (journey) => journey.later(15 * 86_400),
    (journey) => journey.given({ activeStewards: [cast.stewardA.id, cast.stewardC.id] }),
    (journey) => journey.given({ requesterEntitled: false }),
    (journey) => journey.given({ project: projectAt('suspended').state }),
    (journey) => journey.given({ project: { ...project, members: project.members.map((member) => (member.personId === cast.requester.id ? { ...member, status: 'removed' } : member)) } }),
    (journey) => journey.given({ policy: { ...airlockPolicy, export: { ...airlockPolicy.export, reviewers: 3 } } }),
    (journey) => journey.given({ policy: { ...airlockPolicy, import: { ...airlockPolicy.import, enabled: false }, export: { ...airlockPolicy.export, enabled: false } } }),
    (journey) => journey.given(transferFacts),
    (journey) => journey.given(transferFacts),
    (journey) => journey.given(transferFacts),
  ],
};
