export { manifestHash } from './manifest.hash.js';
export { requireKey, requirePrefix } from './object.key.js';
export { type S3Access, s3Client } from './s3.client.js';
export { S3FileVault, type S3FileVaultOptions } from './s3-file.vault.js';
export { VAULT_PROBLEMS, VaultError, type VaultProblem } from './vault.error.js';
