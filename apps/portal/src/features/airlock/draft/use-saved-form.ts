import { endpoints } from '@suimon/contracts';
import type { TransferFormShape, TransferView } from '@suimon/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../../lib/queries.js';

export type SaveState = { readonly name: 'saved' | 'unsaved' | 'saving' } | { readonly name: 'failed'; readonly error: unknown };
export interface SavedForm {
  readonly form: TransferFormShape;
  readonly state: SaveState;
  /** Shows the change at once and saves it a moment later. */
  readonly change: (patch: Partial<TransferFormShape>) => void;
  /** Saves what is not saved yet; rejects when that fails. */
  readonly flush: () => Promise<void>;
}

const WAIT_MS = 700;
const isEmpty = (patch: Partial<TransferFormShape>): boolean => Object.keys(patch).length === 0;

/** A form that is saved as it is typed. Only changed fields travel; what fails stays and goes along with the next attempt. */
export function useSavedForm(transfer: TransferView, known: Partial<TransferFormShape>): SavedForm {
  const { mutateAsync } = useCommand(endpoints.airlock.describe);
  const [form, setForm] = useState<TransferFormShape>(() => ({ ...transfer.form, ...known }));
  const [state, setState] = useState<SaveState>({ name: isEmpty(known) ? 'saved' : 'unsaved' });
  const pending = useRef<Partial<TransferFormShape>>(known);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async (): Promise<void> => {
    const patch = pending.current;
    if (isEmpty(patch)) return;
    pending.current = {};
    setState({ name: 'saving' });
    try {
      await mutateAsync({ params: { id: transfer.id }, body: { form: patch } });
      setState({ name: isEmpty(pending.current) ? 'saved' : 'unsaved' });
    } catch (error) {
      pending.current = { ...patch, ...pending.current };
      setState({ name: 'failed', error });
      throw error;
    }
  }, [mutateAsync, transfer.id]);
  // One save at a time, in the order of typing.
  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const next = running.current.then(send);
    running.current = next.catch(() => undefined);
    return next;
  }, [send]);
  const later = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { void flush().catch(() => undefined); }, WAIT_MS);
  }, [flush]);
  const change = useCallback((patch: Partial<TransferFormShape>): void => {
    pending.current = { ...pending.current, ...patch };
    setForm((current) => ({ ...current, ...patch }));
    setState({ name: 'unsaved' });
    later();
  }, [later]);
  useEffect(() => {
    if (!isEmpty(pending.current)) later();
    return () => { void flush().catch(() => undefined); };
  }, [later, flush]);
  return { form, state, change, flush };
}
