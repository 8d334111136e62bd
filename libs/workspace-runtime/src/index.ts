export { ImportDigestError } from './imports/delivery.folder.js';
export { SingleHostImports } from './imports/single-host.imports.js';
export { OutboxRefusedError } from './outbox/outbox-refused.error.js';
export { SingleHostOutbox } from './outbox/single-host.outbox.js';
export { SingleHostDisplayConnector } from './single-host/display.socket.js';
export type { SingleHostOptions } from './single-host/single-host.options.js';
export { SingleHostRuntime } from './single-host/single-host.runtime.js';
