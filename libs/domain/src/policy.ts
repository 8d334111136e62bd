/** Text that every person reads in their own language. */
export interface Localised { readonly ja: string; readonly en: string }

/** How a review committee decides (R013, R019). Rates are counts of eligible members, never percentages. */
export interface CommitteePolicy {
  readonly version: string;
  /** Votes (yes, no or abstain) that must be in before a decision may be recorded. */
  readonly quorum: number;
  /** What the votes must show for an approval. */
  readonly rule: 'majority' | 'two-thirds' | 'unanimous';
  readonly items: readonly { readonly id: string; readonly label: Localised; readonly help: Localised }[];
}

/** One field of the application form (R011). */
export interface FormField {
  readonly id: string;
  readonly kind: 'text' | 'longtext' | 'date' | 'number' | 'choice';
  readonly label: Localised;
  readonly help: Localised;
  readonly required: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly choices?: readonly { readonly value: string; readonly label: Localised }[];
}

/** The five Safes in the order of the framework. */
export const FIVE_SAFES = ['projects', 'people', 'data', 'settings', 'outputs'] as const;
export type SafeId = (typeof FIVE_SAFES)[number];

/** The versioned form of a 利活用申請書: one section for each of the Five Safes (R011). */
export interface ApplicationFormPolicy {
  readonly version: string;
  readonly sections: readonly { readonly id: SafeId; readonly label: Localised; readonly help: Localised; readonly fields: readonly FormField[] }[];
}

/** A training module with a quiz; answers never leave the server (R057). */
export interface TrainingModule {
  readonly id: string;
  readonly version: string;
  readonly title: Localised;
  /** Days for which a pass counts. */
  readonly validityDays: number;
  readonly passMark: number;
  readonly chapters: readonly { readonly heading: Localised; readonly body: Localised }[];
  readonly quiz: readonly { readonly id: string; readonly question: Localised; readonly choices: readonly Localised[]; readonly answer: number }[];
}

/** A text a person accepts: 誓約書, 利用規程, the terms of a project (R058-R060). */
export interface AgreementText {
  readonly id: 'pledge' | 'rules-of-use' | 'project-terms';
  readonly version: string;
  readonly title: Localised;
  readonly chapters: readonly { readonly heading: Localised; readonly body: Localised }[];
}

/** Airlock limits for one direction. */
export interface DirectionPolicy {
  readonly enabled: boolean;
  /** Independent stewards who must approve each file. */
  readonly reviewers: number;
  readonly maxFiles: number;
  readonly maxFileBytes: number;
  readonly maxTotalBytes: number;
  /** Lower-case file name extensions without the dot. */
  readonly allowedExtensions: readonly string[];
  /** Minimum characters of the reason. */
  readonly minReasonLength: number;
}

export interface AirlockPolicy {
  readonly version: string;
  readonly import: DirectionPolicy;
  readonly export: DirectionPolicy;
  /** Minutes an approved release may still be undone. */
  readonly coolingOffSeconds: number;
  readonly downloadDays: number;
  readonly downloadsPerPerson: number;
  /** Seconds a system-owned state may last before it is returned. */
  readonly sealDeadlineSeconds: number;
  readonly scanDeadlineSeconds: number;
  readonly releaseDeadlineSeconds: number;
  /** Signatures older than this never give "clean". */
  readonly maxSignatureAgeDays: number;
}

export interface WorkspaceProfile {
  readonly id: string;
  readonly label: Localised;
  readonly memoryMiB: number;
  readonly cpus: number;
  readonly pids: number;
}

export interface WorkspacePolicy {
  readonly version: string;
  readonly profiles: readonly WorkspaceProfile[];
  readonly startTimeoutSeconds: number;
  /** Assurance levels a session needs for the virtual desktop (R026). */
  readonly minimumIal: number;
  readonly minimumAal: number;
}

/** Everything an institution may set without touching code (R019). */
export interface Policy {
  readonly committee: CommitteePolicy;
  readonly form: ApplicationFormPolicy;
  readonly training: readonly TrainingModule[];
  readonly agreements: readonly AgreementText[];
  readonly airlock: AirlockPolicy;
  readonly workspace: WorkspacePolicy;
}
