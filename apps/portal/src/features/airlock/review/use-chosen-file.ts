import type { TransferFileView, TransferView } from '@suimon/contracts';
import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { nextOpen, stateOf } from './votes.js';

export interface ChosenFile {
  readonly chosen: TransferFileView | undefined;
  /** Goes to a neighbour in the list; stays at its ends. */
  readonly step: (by: 1 | -1) => void;
  /** Goes on to the next file without a vote, and the reading point with it. */
  readonly goOn: () => void;
}

/** The file on the desk. It stands in the address; without one there, the first that has no vote is chosen. */
export function useChosenFile(transfer: TransferView): ChosenFile {
  const [params, setParams] = useSearchParams();
  const toPreview = useRef(false);
  const { files } = transfer;
  const chosen = files.find(({ id }) => id === params.get('file')) ?? files.find((file) => stateOf(file) === 'open') ?? files[0];
  const chosenId = chosen?.id;
  const choose = useCallback((file: TransferFileView | undefined): void => {
    if (file) setParams((current) => { const next = new URLSearchParams(current); next.set('file', file.id); return next; }, { replace: true, preventScrollReset: true });
  }, [setParams]);
  useEffect(() => {
    if (!toPreview.current) return;
    toPreview.current = false;
    document.getElementById('review-preview')?.focus({ preventScroll: true });
  }, [chosenId]);
  const goOn = (): void => {
    const next = chosenId === undefined ? undefined : nextOpen(transfer, chosenId);
    toPreview.current = next !== undefined;
    choose(next);
  };
  return { chosen, goOn, step: (by) => choose(files[files.findIndex(({ id }) => id === chosenId) + by]) };
}
