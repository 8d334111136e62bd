import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { DesktopPhase } from './desktop-connection.js';
import { DesktopConnection } from './desktop-connection.js';
import { watchLeaveKey } from './leave-key.js';

export interface Desktop { readonly phase: DesktopPhase; readonly screen: RefObject<HTMLDivElement | null>; readonly reconnect: () => void; readonly focus: () => void }

/** Shows a workspace's desktop in `screen` while the page is open. `onLeave` runs when the leave key is pressed. */
export function useDesktop(workspaceId: string, label: string, onLeave: () => void): Desktop {
  const screen = useRef<HTMLDivElement>(null);
  const connection = useRef<DesktopConnection | null>(null);
  const latest = useRef({ label, onLeave });
  const [phase, setPhase] = useState<DesktopPhase>({ name: 'connecting' });
  useEffect(() => { latest.current = { label, onLeave }; }, [label, onLeave]);
  useEffect(() => {
    const target = screen.current;
    if (!target) return;
    const opened = new DesktopConnection({ workspaceId, target, label: () => latest.current.label, report: setPhase });
    connection.current = opened;
    // A page that is opened and closed in one breath must not spend a ticket.
    const soon = setTimeout(() => void opened.open(), 0);
    const unwatch = watchLeaveKey(target, () => { opened.blur(); latest.current.onLeave(); });
    return () => { clearTimeout(soon); unwatch(); opened.close(); };
  }, [workspaceId]);
  return { phase, screen, reconnect: () => connection.current?.openNow(), focus: () => connection.current?.focus() };
}
