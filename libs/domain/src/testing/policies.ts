import type { AgreementText, AirlockPolicy, ApplicationFormPolicy, CommitteePolicy, FormField, Localised, TrainingModule, WorkspacePolicy } from '../policy.js';

const both = (text: string): Localised => ({ ja: text, en: text });

export const committeePolicy: CommitteePolicy = { version: '1', quorum: 3, rule: 'majority', items: ['purpose', 'safety', 'benefit'].map((id) => ({ id, label: both(id), help: both(id) })) };

const field = (id: string, required: boolean, minLength?: number): FormField => ({ id, kind: 'longtext', label: both(id), help: both(id), required, ...(minLength === undefined ? {} : { minLength }) });
export const formPolicy: ApplicationFormPolicy = {
  version: '1',
  sections: [
    { id: 'projects', label: both('projects'), help: both('projects'), fields: [field('purpose', true, 10)] },
    { id: 'people', label: both('people'), help: both('people'), fields: [field('team', true)] },
    { id: 'outputs', label: both('outputs'), help: both('outputs'), fields: [field('plan', false, 10)] },
  ],
};

const quiz = (...answers: number[]): TrainingModule['quiz'] => answers.map((answer, index) => ({ id: `q${index + 1}`, question: both('?'), choices: [both('a'), both('b'), both('c')], answer }));
export const training: readonly TrainingModule[] = [
  { id: 'safe-use', version: '1', title: both('safe use'), validityDays: 365, passMark: 2, chapters: [], quiz: quiz(0, 1, 2) },
  { id: 'disclosure', version: '2', title: both('disclosure'), validityDays: 730, passMark: 1, chapters: [], quiz: quiz(1) },
];
const agreement = (id: AgreementText['id'], version: string): AgreementText => ({ id, version, title: both(id), chapters: [] });
export const agreements: readonly AgreementText[] = [agreement('pledge', '1'), agreement('rules-of-use', '2'), agreement('project-terms', '3')];
export const newerAgreement = (id: AgreementText['id']): readonly AgreementText[] => agreements.map((text) => (text.id === id ? { ...text, version: '99' } : text));

export const airlockPolicy: AirlockPolicy = {
  version: '1',
  import: { enabled: true, reviewers: 1, maxFiles: 4, maxFileBytes: 1000, maxTotalBytes: 2500, allowedExtensions: ['csv', 'txt'], minReasonLength: 10 },
  export: { enabled: true, reviewers: 2, maxFiles: 4, maxFileBytes: 1000, maxTotalBytes: 2500, allowedExtensions: ['csv', 'txt', 'png'], minReasonLength: 20 },
  coolingOffSeconds: 60, downloadDays: 14, downloadsPerPerson: 2,
  sealDeadlineSeconds: 600, scanDeadlineSeconds: 900, releaseDeadlineSeconds: 600, maxSignatureAgeDays: 7,
};
export const workspacePolicy: WorkspacePolicy = { version: '1', profiles: ['small', 'large'].map((id) => ({ id, label: both(id), memoryMiB: 1024, cpus: 1, pids: 256 })), startTimeoutSeconds: 120, minimumIal: 2, minimumAal: 2 };
