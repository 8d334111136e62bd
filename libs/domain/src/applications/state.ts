import type { Instant } from '../engine/time.js';
import type { ApplicationFormPolicy, CommitteePolicy } from '../policy.js';
import type { DatasetStatus } from '../catalogue.js';
import type { Standing } from '../people/standing.js';
import type { AgreementText, TrainingModule } from '../policy.js';

/** 下書き→受付→審査中→差戻し/否決/承認→契約→利用中 (R015). */
export const APPLICATION_STATUSES = ['draft', 'submitted', 'screening', 'in_committee', 'returned', 'approved', 'rejected', 'contracted', 'opened', 'withdrawn'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Way of use (R018, R049, R050). */
export const USE_CLASSES = ['viewing', 'desktop'] as const;
export type UseClass = (typeof USE_CLASSES)[number];
export const ITEM_RESULTS = ['fit', 'unfit', 'needs-change'] as const;
export const VOTES = ['yes', 'no', 'abstain'] as const;

/** What the applicant asks for. `items` are `table.column` names (R004). */
export interface Proposal {
  readonly title: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly useClass: UseClass;
  readonly datasets: readonly { readonly slug: string; readonly version: string; readonly items: readonly string[] }[];
  readonly memberIds: readonly string[];
  readonly period: { readonly from: string; readonly to: string } | null;
}

export interface Judgement { readonly memberId: string; readonly itemId: string; readonly result: (typeof ITEM_RESULTS)[number]; readonly comment: string }
export interface Vote { readonly memberId: string; readonly vote: (typeof VOTES)[number]; readonly rationale: string; readonly at: Instant }
export interface Interest { readonly memberId: string; readonly conflicted: boolean; readonly note: string }

export interface Application {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly applicantId: string;
  readonly formVersion: string;
  readonly proposal: Proposal;
  readonly round: number;
  /** What was submitted in each round, so that a reviewer sees what changed. */
  readonly submissions: readonly { readonly round: number; readonly at: Instant; readonly proposal: Proposal }[];
  readonly returns: readonly { readonly round: number; readonly at: Instant; readonly by: string; readonly comment: string }[];
  /** Snapshot of the committee's members when the case was opened to it. */
  readonly committee: readonly string[];
  readonly interests: readonly Interest[];
  readonly judgements: readonly Judgement[];
  readonly votes: readonly Vote[];
  readonly decision: { readonly outcome: 'approved' | 'rejected'; readonly by: string; readonly at: Instant; readonly reason: string; readonly conditions: string; readonly startsOn: string; readonly endsOn: string } | null;
  readonly contract: { readonly number: string; readonly signedOn: string } | null;
  readonly projectId: string | null;
}

export interface ApplicationFacts {
  readonly form: ApplicationFormPolicy;
  readonly committeePolicy: CommitteePolicy;
  readonly training: readonly TrainingModule[];
  readonly agreements: readonly AgreementText[];
  /** Standing of the actor, or null where the actor is a system. */
  readonly standing: Standing | null;
  /** Status of every dataset named in the proposal; absent means unknown. */
  readonly datasets: Readonly<Record<string, DatasetStatus>>;
  /** Ids of proposed members that are active accounts. */
  readonly knownPeople: readonly string[];
  /** People who now sit on the committee (role committee or chair, active). */
  readonly committeeMembers: readonly string[];
}

export const EMPTY_PROPOSAL: Proposal = { title: '', answers: {}, useClass: 'desktop', datasets: [], memberIds: [], period: null };

export const newApplication = (id: string, applicantId: string, formVersion: string): Application => ({
  id, status: 'draft', applicantId, formVersion, proposal: EMPTY_PROPOSAL, round: 0, submissions: [], returns: [], committee: [], interests: [], judgements: [], votes: [], decision: null, contract: null, projectId: null,
});
