import type { DenialCode, TransferView } from '@suimon/contracts';

export interface Refusal { readonly code: DenialCode; readonly params: Readonly<Record<string, string | number>> }

/** Lower-case extension without the dot; empty when there is none. */
export const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** Spares a useless upload by the limits that the API itself sent with the record. The API still judges every file. */
export function refusalOf(path: string, sizeBytes: number, limits: TransferView['limits']): Refusal | null {
  if (!limits.allowedExtensions.includes(extensionOf(path))) return { code: 'file-type-not-allowed', params: { extension: extensionOf(path) } };
  if (sizeBytes === 0 || sizeBytes > limits.maxFileBytes) return { code: 'file-too-large', params: { maxFileBytes: limits.maxFileBytes } };
  return null;
}
