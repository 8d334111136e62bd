import type { ApplicationJob } from '@suimon/domain';
import type { JobCall } from '@suimon/platform/jobs/index';
import type { ProjectCommands } from '@suimon/use-cases';
import { lastCall } from './system.call.js';

/** Makes the project of a contracted application. */
export class OpenProjectJob {
  constructor(private readonly projects: ProjectCommands) {}
  run(job: ApplicationJob, { jobId }: JobCall): Promise<void> { return this.projects.openFor(job.applicationId, lastCall('opener', jobId)); }
}
