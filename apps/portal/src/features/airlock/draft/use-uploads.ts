import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '@suimon/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ProblemError } from '../../../lib/problem-error.js';
import { settle } from '../../../lib/queries.js';
import { upload } from '../../../lib/upload.js';
import type { Refusal } from './file-fits.js';
import { UploadQueue } from './upload-queue.js';
import type { UploadsView } from './upload-queue.js';

const failureOf = (error: unknown): Refusal => {
  if (!(error instanceof ProblemError)) return { code: 'unexpected', params: {} };
  return error.unreachable ? { code: 'upload-interrupted', params: {} } : { code: error.problem.code, params: error.problem.params };
};

/** The uploads of one draft. Leaving the page while one travels asks first; each arrival puts the new record on screen. */
export function useUploads(transferId: string): UploadsView & Pick<UploadQueue, 'add' | 'drop' | 'again'> {
  const client = useQueryClient();
  const [queue] = useState(() => new UploadQueue({
    failureOf,
    send: async ({ file, path }, signal, onSent) => {
      const view = await upload(endpoints.airlock.upload, { params: { id: transferId }, query: { path }, signal }, file, ({ sentBytes }) => onSent(sentBytes));
      void settle(client, endpoints.airlock.upload, view);
    },
  }));
  const { items, arrived } = useSyncExternalStore(queue.subscribe, queue.look);
  const busy = items.some(({ state }) => state !== 'failed');
  useEffect(() => queue.close, [queue]);
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);
  return { items, arrived, add: queue.add, drop: queue.drop, again: queue.again };
}
