import { useEffect, useRef } from 'react';

const AFTER_DIALOG_MS = 150;

/** When an act has taken away the form it was done in, the reading point goes on to what comes next instead of being lost. `stage` changes with each such act. */
export function useFocusAfterAct(stage: string | undefined): void {
  const last = useRef(stage);
  useEffect(() => {
    const before = last.current;
    last.current = stage;
    if (before === undefined || before === stage) return;
    // A dialog gives the focus back to its button first, which may be gone.
    const timer = setTimeout(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      (document.getElementById('work') ?? document.querySelector('h1'))?.focus();
    }, AFTER_DIALOG_MS);
    return () => clearTimeout(timer);
  }, [stage]);
}
