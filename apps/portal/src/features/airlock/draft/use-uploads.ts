import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '@suimon/contracts';
import type { TransferView } from '@suimon/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../../lib/problem-error.js';
import { settle } from '../../../lib/queries.js';
import { upload } from '../../../lib/upload.js';
import type { Refusal } from './file-fits.js';
import { refusalOf } from './file-fits.js';

export interface Upload { readonly key: number; readonly file: File; readonly path: string; readonly state: 'waiting' | 'sending' | 'failed'; readonly sentBytes: number; readonly refusal: Refusal | null }
export interface Uploads { readonly items: readonly Upload[]; /** Files that arrived since the page was opened. */ readonly arrived: number; readonly add: (files: readonly File[]) => void; readonly drop: (key: number) => void; readonly again: (key: number) => void }

const failureOf = (error: unknown): Refusal => {
  if (!(error instanceof ProblemError)) return { code: 'unexpected', params: {} };
  return error.unreachable ? { code: 'upload-interrupted', params: {} } : { code: error.problem.code, params: error.problem.params };
};

/** Uploads one after another, each with progress, a way to cancel it, and its own refusal. */
export function useUploads(transfer: Pick<TransferView, 'id' | 'limits'>): Uploads {
  const client = useQueryClient();
  const [items, setItems] = useState<readonly Upload[]>([]);
  const [arrived, setArrived] = useState(0);
  // Counts the uploads that have ended, so that the next one starts.
  const [ended, setEnded] = useState(0);
  const nextKey = useRef(1);
  const running = useRef<{ readonly key: number; readonly abort: AbortController } | null>(null);
  const set = useCallback((key: number, change: Partial<Upload> | null): void => setItems((current) => current.flatMap((item) => (item.key !== key ? [item] : change ? [{ ...item, ...change }] : []))), []);

  const send = useCallback(async ({ key, file, path }: Upload, abort: AbortController): Promise<void> => {
    try {
      const view = await upload(endpoints.airlock.upload, { params: { id: transfer.id }, query: { path }, signal: abort.signal }, file, ({ sentBytes }) => set(key, { sentBytes }));
      set(key, null);
      setArrived((count) => count + 1);
      await settle(client, endpoints.airlock.upload, view);
    } catch (error) {
      if (!abort.signal.aborted) set(key, { state: 'failed', refusal: failureOf(error) });
    }
  }, [client, set, transfer.id]);

  const next = items.find(({ state }) => state === 'waiting');
  const busy = items.some(({ state }) => state === 'sending');
  useEffect(() => {
    if (!next || busy || running.current) return;
    const abort = new AbortController();
    running.current = { key: next.key, abort };
    set(next.key, { state: 'sending' });
    void send(next, abort).finally(() => { running.current = null; setEnded((count) => count + 1); });
  }, [next, busy, ended, send, set]);
  useEffect(() => () => running.current?.abort.abort(), []);
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);

  const add = useCallback((files: readonly File[]): void => {
    const added = files.map((file): Upload => {
      const path = file.name.normalize('NFC');
      const refusal = refusalOf(path, file.size, transfer.limits);
      return { key: nextKey.current++, file, path, state: refusal ? 'failed' : 'waiting', sentBytes: 0, refusal };
    });
    setItems((current) => [...current, ...added]);
  }, [transfer.limits]);
  const drop = useCallback((key: number): void => {
    if (running.current?.key === key) running.current.abort.abort();
    set(key, null);
  }, [set]);
  const again = useCallback((key: number): void => set(key, { state: 'waiting', sentBytes: 0, refusal: null }), [set]);
  return { items, arrived, add, drop, again };
}
