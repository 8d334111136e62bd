/** Where the bytes of a transfer lie in each zone. Everything of a transfer is below its `all` prefix. */
export const stagingKeys = {
  all: (transferId: string): string => `transfers/${transferId}/`,
  file: (transferId: string, fileId: string): string => `transfers/${transferId}/${fileId}`,
};
/** Sealed bytes are named by what they are: a key never gets other bytes. */
export const quarantineKeys = {
  all: (transferId: string): string => `${transferId}/`,
  round: (transferId: string, round: number): string => `${transferId}/${round}/`,
  file: (transferId: string, round: number, sha256: string): string => `${transferId}/${round}/${sha256}`,
  /** What a reviewer is shown of the file, as JSON. The type is in the name: the same bytes under two names may look different. */
  preview: (transferId: string, round: number, fileId: string): string => `${transferId}/${round}/preview-${fileId}`,
};
/** Keys in `release` (exports) and in `workspace-in` (imports). */
export const deliveryKeys = {
  all: (transferId: string): string => `${transferId}/`,
  file: (transferId: string, sha256: string): string => `${transferId}/${sha256}`,
};
