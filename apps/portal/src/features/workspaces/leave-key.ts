/** The keys that lead out of the desktop: Ctrl + Alt + Shift held together (WCAG 2.1.2: no keyboard trap). */
export const isLeaveKey = (event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'shiftKey'>): boolean => event.ctrlKey && event.altKey && event.shiftKey;

/** Watches the keys on their way to the desktop. On the leave key it lets go of every key that is down there, then calls `leave`. */
export function watchLeaveKey(target: HTMLElement, leave: () => void): () => void {
  const down = new Map<string, string>();
  const pressed = (event: KeyboardEvent): void => {
    if (!isLeaveKey(event)) { down.set(event.code, event.key); return; }
    event.preventDefault();
    event.stopPropagation();
    // Otherwise Ctrl, Alt and Shift would stay pressed on the other side.
    const canvas = target.querySelector('canvas');
    for (const [code, key] of down) canvas?.dispatchEvent(new KeyboardEvent('keyup', { code, key }));
    down.clear();
    leave();
  };
  const released = (event: KeyboardEvent): void => { down.delete(event.code); };
  target.addEventListener('keydown', pressed, { capture: true });
  target.addEventListener('keyup', released, { capture: true });
  return () => { target.removeEventListener('keydown', pressed, { capture: true }); target.removeEventListener('keyup', released, { capture: true }); };
}
