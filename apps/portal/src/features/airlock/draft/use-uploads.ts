import { useQueryClient } from '@tanstack/react-query';
import { DENIAL_TEXTS, endpoints } from '@suimon/contracts';
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
  return { code: error.unreachable || !Object.hasOwn(DENIAL_TEXTS, error.problem.code) ? 'upload-interrupted' : error.problem.code, params: error.problem.params };
};

/** Uploads one after another, each with progress, a way to cancel it, and its own refusal. */
export function useUploads(transfer: Pick<TransferView, 'id' | 'limits'>): Uploads {
  const client = useQueryClient();
  const [items, setItems] = useState<readonly Upload[]>([]);
  const [arrived, setArrived] = useState(0);
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
    void send(next, abort).finally(() => { running.current = null; setItems((current) => [...current]); });
  }, [next, busy, send, set]);
  useEffect(() => () => running.current?.abort.abort(), []);

  const add = useCallback((files: readonly File[]): void => setItems((current) => [...current, ...files.map((file): Upload => {
    const path = file.name.normalize('NFC');
    const refusal = refusalOf(path, file.size, transfer.limits);
    return { key: nextKey.current++, file, path, state: refusal ? 'failed' : 'waiting', sentBytes: 0, refusal };
  })]), [transfer.limits]);
  const drop = useCallback((key: number): void => {
    if (running.current?.key === key) running.current.abort.abort();
    set(key, null);
  }, [set]);
  const again = useCallback((key: number): void => set(key, { state: 'waiting', sentBytes: 0, refusal: null }), [set]);
  return { items, arrived, add, drop, again };
}
