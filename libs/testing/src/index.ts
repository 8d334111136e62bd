export * from './harness/enclave.js';
export * from './harness/fold.js';
export * from './harness/journey.js';
export * from './harness/people-of-a-project.js';
export * from './harness/visitor.js';
