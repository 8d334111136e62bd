import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

interface Disclosure { readonly open: boolean; readonly setOpen: (open: boolean) => void; readonly box: RefObject<HTMLDivElement | null>; readonly button: RefObject<HTMLButtonElement | null>; readonly closeByKey: (event: KeyboardEvent) => void }

/** A panel behind a button: closes by Escape (the focus goes back to the button), by a press elsewhere, and when the focus leaves it. */
export function useDisclosure(): Disclosure {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event): void => { if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false); };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => { document.removeEventListener('pointerdown', closeOutside); document.removeEventListener('focusin', closeOutside); };
  }, [open]);
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  return { open, setOpen, box, button, closeByKey };
}
