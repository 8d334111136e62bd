import type { SystemActor, SystemActorId } from '@suimon/domain';
import type { CommandCall, Origin } from '@suimon/use-cases';

export const systemActor = (id: SystemActorId): SystemActor => ({ kind: 'system', id });
export const jobOrigin = (jobId: string): Origin => ({ requestId: `job:${jobId}`, ip: null, sessionRef: null });

/** A command in the middle of a job: the job goes on after it. */
export const systemCall = (id: SystemActorId, jobId: string): CommandCall => ({ actor: systemActor(id), origin: jobOrigin(jobId) });
/** The command a job ends in: state and completion commit together. */
export const lastCall = (id: SystemActorId, jobId: string): CommandCall => ({ ...systemCall(id, jobId), jobId });
/** A command of a loop, which no job stands behind. */
export const loopCall = (id: SystemActorId, loop: string): CommandCall => ({ actor: systemActor(id), origin: { requestId: `loop:${loop}`, ip: null, sessionRef: null } });
