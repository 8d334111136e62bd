import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '@suimon/contracts';
import type { TransferFileView } from '@suimon/contracts';
import { useState } from 'react';
import { fetchBytes } from '../../lib/api.js';
import { readKey } from '../../lib/queries.js';

export type DownloadState = { readonly name: 'idle' } | { readonly name: 'running' } | { readonly name: 'saved'; readonly checked: boolean } | { readonly name: 'mismatch' } | { readonly name: 'failed'; readonly error: unknown };

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Hands the bytes to the browser's own saving. */
function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Downloads one released file. What arrives is compared with the approved SHA-256 before it is saved. */
export function useDownload(transferId: string, file: TransferFileView): { state: DownloadState; download: () => Promise<void> } {
  const client = useQueryClient();
  const [state, setState] = useState<DownloadState>({ name: 'idle' });
  const download = async (): Promise<void> => {
    setState({ name: 'running' });
    try {
      const { blob, fileName } = await fetchBytes(endpoints.airlock.download, { params: { id: transferId, fileId: file.id }, body: {} });
      // Only a secure context can hash; there the reader compares by hand.
      const hash = window.isSecureContext ? hex(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())) : null;
      if (hash !== null && hash !== file.sha256) return setState({ name: 'mismatch' });
      save(blob, fileName ?? file.path.split('/').at(-1) ?? 'file');
      setState({ name: 'saved', checked: hash !== null });
    } catch (error) {
      setState({ name: 'failed', error });
    } finally {
      void client.invalidateQueries({ queryKey: readKey(endpoints.airlock.one, { params: { id: transferId } }) });
    }
  };
  return { state, download };
}
