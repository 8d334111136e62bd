import type { ApplicationEvent } from './applications/commands.js';
import type { Application } from './applications/state.js';
import type { TransferJob } from './airlock/reactions.js';

export type ApplicationJob = { job: 'open-project'; applicationId: string };
export type Job = TransferJob | ApplicationJob;
/** Every job has a handler; an architecture test holds the list. */
export const JOB_NAMES = ['seal-transfer', 'scan-transfer', 'release-transfer', 'wipe-transfer', 'open-project'] as const satisfies readonly Job['job'][];

export const applicationReactions = (event: ApplicationEvent, application: Application): readonly ApplicationJob[] =>
  event.type === 'application.contract-recorded' ? [{ job: 'open-project', applicationId: application.id }] : [];
export { transferReactions } from './airlock/reactions.js';
