export { JobQueue } from './job.queue.js';
export { isMovedOn, type JobCall, type JobHandlers, JobRunner, type JobRunnerOptions, MovedOn } from './job.runner.js';
export { NoticeListener } from './notice.listener.js';
export { OutboxRelay, type OutboxRelayOptions } from './outbox.relay.js';
export { QUEUE_NAME, type QueueStore } from './queue.store.js';
