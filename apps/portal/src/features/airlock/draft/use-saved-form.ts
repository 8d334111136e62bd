import { endpoints } from '@suimon/contracts';
import type { TransferFormShape, TransferView } from '@suimon/contracts';
import { useEffect, useState } from 'react';
import { useCommand } from '../../../lib/queries.js';
import type { SaveState } from './form-saver.js';
import { FormSaver } from './form-saver.js';

export interface SavedForm {
  readonly form: TransferFormShape;
  readonly state: SaveState;
  /** Shows the change at once and saves it a moment later. */
  readonly change: (patch: Partial<TransferFormShape>) => void;
  /** Saves what is not saved yet; rejects when that fails. */
  readonly flush: () => Promise<void>;
}

/** The form of a draft, saved as it is typed. `known` is what the platform can fill in itself. */
export function useSavedForm(transfer: TransferView, known: Partial<TransferFormShape>): SavedForm {
  const { mutateAsync } = useCommand(endpoints.airlock.describe);
  const [form, setForm] = useState<TransferFormShape>(() => ({ ...transfer.form, ...known }));
  const [state, setState] = useState<SaveState>({ name: 'saved' });
  const [filledIn] = useState(known);
  const [saver] = useState(() => new FormSaver({ save: (patch) => mutateAsync({ params: { id: transfer.id }, body: { form: patch } }), report: setState }));
  useEffect(() => {
    saver.change(filledIn);
    return () => { void saver.flush().catch(() => undefined); };
  }, [saver, filledIn]);
  const change = (patch: Partial<TransferFormShape>): void => {
    setForm((current) => ({ ...current, ...patch }));
    saver.change(patch);
  };
  return { form, state, change, flush: () => saver.flush() };
}
