export * from './ports.js';
export * from './command-runner.js';
export * from './people/standing-commands.js';
export * from './applications/application-commands.js';
export * from './projects/project-commands.js';
export * from './workspaces/workspace-commands.js';
export * from './workspaces/workspace-runtime.port.js';
export * from './airlock/transfer-commands.js';
