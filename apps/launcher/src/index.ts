export { installation, type Installation } from './installation.js';
export { Supervisor } from './supervisor.js';
export { parseSeedOutput, readAccounts, type DemoAccount } from './demo-accounts.js';
export { readStatus, type Status, type PartStatus } from './status-file.js';
export { totpCode } from './totp.js';
