export { manifestHash } from './manifest.hash.js';
export { type S3Access } from './s3.client.js';
export { S3FileVault, type S3FileVaultOptions } from './s3-file.vault.js';
export { chunksOf, discard, hashStream, interruptible } from './stream.hash.js';
export { VAULT_PROBLEMS, VaultError, type VaultProblem } from './vault.error.js';
export { deliveryKeys, quarantineKeys, stagingKeys } from './zone.keys.js';
