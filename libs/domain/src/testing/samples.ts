import type { ApplicationEvent, ApplicationInputs } from '../applications/commands.js';
import type { TransferInputs } from '../airlock/commands.js';
import type { TransferEvent } from '../airlock/events.js';
import type { Transfer, TransferFacts } from '../airlock/state.js';
import type { Application, ApplicationFacts } from '../applications/state.js';
import type { Standing, StandingEvent, StandingFacts, StandingInputs } from '../people/standing.js';
import type { Project, ProjectEvent, ProjectFacts, ProjectInputs } from '../projects/project.js';
import type { Workspace, WorkspaceEvent, WorkspaceFacts, WorkspaceInputs } from '../workspaces/workspace.js';
import { applicationAt, APPROVAL, chaired, inCommittee, judged, voted, withVotes } from './applications.js';
import type { Journey } from './journey.js';
import { cast, system } from './people.js';
import { entitlementFacts, opening, projectAt, TERMS } from './projects.js';
import { REASON, RIGHT_ANSWERS, standingAt } from './standings.js';
import { ballot, delivery, fileIdOf, form, manifestOf, reviewed, scanReport, sha, transferAt } from './transfers.js';
import { LAUNCH, workspaceAt } from './workspaces.js';

/** A workflow with a record in each status and one right way to run each command there. */
export interface Sample<State extends { status: string }, Inputs extends object, Facts, Event extends { type: string }> {
  at(status: State['status']): Journey<State, Inputs, Facts, Event>;
  /** Runs the command as somebody who may, with an input that is right, from any status in its `from` column. */
  readonly perform: { readonly [Name in keyof Inputs]: (status: State['status']) => Journey<State, Inputs, Facts, Event> };
}

export const standingSample: Sample<Standing, StandingInputs, StandingFacts, StandingEvent> = {
  at: standingAt,
  perform: {
    passTraining: (status) => standingAt(status).run('passTraining', cast.requester, { moduleId: 'safe-use', answers: RIGHT_ANSWERS['safe-use'] ?? {} }),
    sign: (status) => standingAt(status).run('sign', cast.requester, { agreement: 'pledge', version: '1' }),
    suspend: (status) => standingAt(status).run('suspend', cast.security, { reason: REASON }),
    reinstate: (status) => standingAt(status).run('reinstate', cast.security, { reason: REASON }),
  },
};

export const applicationSample: Sample<Application, ApplicationInputs, ApplicationFacts, ApplicationEvent> = {
  at: applicationAt,
  perform: {
    edit: (status) => applicationAt(status).run('edit', cast.requester, { proposal: { title: 'Another title' } }),
    submit: (status) => applicationAt(status).run('submit', cast.requester, {}),
    withdraw: (status) => applicationAt(status).run('withdraw', cast.requester, {}),
    startScreening: (status) => applicationAt(status).run('startScreening', cast.secretary, {}),
    sendBack: (status) => applicationAt(status).run('sendBack', cast.secretary, { comment: REASON }),
    openToCommittee: (status) => applicationAt(status).run('openToCommittee', cast.secretary, {}),
    declareInterest: (status) => applicationAt(status).run('declareInterest', cast.memberA, { conflicted: false, note: '' }),
    judge: (status) => judged(applicationAt(status), cast.memberA),
    vote: (status) => voted(applicationAt(status), cast.memberA, 'yes'),
    decide: () => chaired(withVotes(inCommittee(), 'yes', 'yes', 'no')).run('decide', cast.chair, APPROVAL),
    recordContract: (status) => applicationAt(status).run('recordContract', cast.secretary, { number: 'C-1', signedOn: '2026-06-16' }),
    projectOpened: (status) => applicationAt(status).run('projectOpened', system('opener'), { projectId: 'project-1' }),
  },
};

export const projectSample: Sample<Project, ProjectInputs, ProjectFacts, ProjectEvent> = {
  at: projectAt,
  perform: {
    open: (status) => projectAt(status).run('open', system('opener'), opening),
    join: (status) => projectAt(status).run('join', cast.invitee, { termsVersion: TERMS }),
    decline: (status) => projectAt(status).run('decline', cast.invitee, {}),
    invite: (status) => projectAt(status).run('invite', cast.lead, { personId: cast.outsider.id }),
    removeMember: (status) => projectAt(status).run('removeMember', cast.security, { personId: cast.colleague.id, reason: REASON }),
    suspend: (status) => projectAt(status).run('suspend', cast.security, { reason: REASON }),
    resume: (status) => projectAt(status).run('resume', cast.security, { reason: REASON }),
    close: (status) => projectAt(status).run('close', cast.secretary, { reason: REASON }),
  },
};

const controller = system('controller');
const unentitled = { entitlement: entitlementFacts({ ial: 1 }) };
const generationOf = ({ state: { generation } }: { state: Workspace }): { generation: number } => ({ generation });
const report = (name: 'started' | 'stopped') => (status: Workspace['status']) => { const journey = workspaceAt(status); return journey.run(name, controller, generationOf(journey)); };
export const workspaceSample: Sample<Workspace, WorkspaceInputs, WorkspaceFacts, WorkspaceEvent> = {
  at: workspaceAt,
  perform: {
    start: (status) => workspaceAt(status).run('start', cast.requester, LAUNCH),
    stop: (status) => workspaceAt(status).run('stop', cast.operator, { reason: 'maintenance' }),
    progress: (status) => { const journey = workspaceAt(status); return journey.run('progress', controller, { ...generationOf(journey), step: 'isolating' }); },
    started: report('started'),
    fail: (status) => { const journey = workspaceAt(status); return journey.run('fail', controller, { ...generationOf(journey), reason: 'desktop-exited', evidence: '' }); },
    stopped: report('stopped'),
    lapse: (status) => workspaceAt(status).given(unentitled).run('lapse', controller, {}),
  },
};

const roundOf = ({ state: { round } }: { state: Transfer }): { round: number } => ({ round });
const ticketOf = ({ state: { ticket } }: { state: Transfer }): { ticketId: string } => ({ ticketId: ticket?.id ?? '' });
export const transferSample: Sample<Transfer, TransferInputs, TransferFacts, TransferEvent> = {
  at: transferAt,
  perform: {
    describe: (status) => transferAt(status).run('describe', cast.requester, { form: { ...form, reason: 'another reason for the same' } }),
    addFile: (status) => transferAt(status, 'import').run('addFile', cast.requester, { fileId: 'new', path: 'new.csv', sizeBytes: 1, sha256: sha('new') }),
    noticeFile: (status) => transferAt(status).run('noticeFile', system('courier'), { fileId: 'new', path: 'new.csv', sizeBytes: 1, modifiedAtMs: 1 }),
    forgetFile: (status) => transferAt(status).run('forgetFile', system('courier'), { fileId: fileIdOf('table.csv') }),
    describeFile: (status) => transferAt(status).run('describeFile', cast.requester, { fileId: fileIdOf('table.csv'), role: 'output', use: 'external', note: '' }),
    removeFile: (status) => transferAt(status).run('removeFile', cast.requester, { fileId: fileIdOf('table.csv') }),
    submit: (status) => transferAt(status).run('submit', cast.requester, {}),
    sealed: (status) => { const journey = transferAt(status); return journey.run('sealed', system('sealer'), { ...roundOf(journey), manifest: manifestOf(journey.state) }); },
    sealFailed: (status) => { const journey = transferAt(status); return journey.run('sealFailed', system('sealer'), { ...roundOf(journey), code: 'file-gone', text: '' }); },
    scanned: (status) => { const journey = transferAt(status); return journey.run('scanned', system('scanner'), scanReport(journey.state)); },
    timeOut: (status) => { const journey = transferAt(status); return journey.at(journey.state.deadlineAt ?? '').run('timeOut', system('expirer'), {}); },
    vote: (status) => { const journey = transferAt(status); return journey.run('vote', cast.stewardA, ballot(journey.state, 'table.csv')); },
    submitReview: (status) => reviewed(transferAt(status), cast.stewardA),
    sendBack: (status) => transferAt(status).run('sendBack', cast.stewardC, { reason: REASON }),
    approve: (status) => transferAt(status).run('approve', cast.stewardA, {}),
    reject: (status) => transferAt(status).run('reject', cast.stewardB, { reason: REASON }),
    undo: (status) => transferAt(status).run('undo', cast.stewardB, {}),
    issueTicket: (status) => transferAt(status).later(60).run('issueTicket', system('releaser'), { ticketId: 'ticket-1' }),
    delivered: (status) => { const journey = transferAt(status); return journey.run('delivered', system('releaser'), delivery(journey.state)); },
    deliveryMismatch: (status) => { const journey = transferAt(status); return journey.run('deliveryMismatch', system('releaser'), { ...ticketOf(journey), text: 'other bytes' }); },
    download: (status) => transferAt(status).run('download', cast.requester, { fileId: fileIdOf('table.csv') }),
    revoke: (status) => transferAt(status).run('revoke', cast.security, { reason: REASON }),
    expire: (status) => transferAt(status).later(15 * 86_400).run('expire', system('expirer'), {}),
    purge: (status) => transferAt(status).run('purge', cast.security, { reason: REASON }),
    withdraw: (status) => transferAt(status).run('withdraw', cast.lead, {}),
  },
};
