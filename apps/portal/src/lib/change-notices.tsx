import { useQueryClient } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { createContext, useContext, useEffect, useState } from 'react';
import { useMe } from './session.js';

const Online = createContext(true);
/** Whether changes made elsewhere reach this page at present. */
export const useOnline = (): boolean => useContext(Online);

/** Holds the one event stream of a signed-in session and keeps what is on screen true. */
export function ChangeNotices({ children }: { children: ReactNode }): JSX.Element {
  const client = useQueryClient();
  const { data: me } = useMe();
  const [online, setOnline] = useState(true);
  const listening = me?.person != null && me.aal >= 2;
  useEffect(() => {
    if (!listening) return;
    let stop: (() => void) | null = null;
    let left = false;
    // Visitors have no stream, so its code comes only with a session.
    void import('./event-stream.js').then(({ listen }) => { if (!left) stop = listen(client, setOnline); });
    return () => { left = true; stop?.(); setOnline(true); };
  }, [client, listening]);
  useEffect(() => {
    const noteLoss = (): void => setOnline(false);
    const noteReturn = (): void => setOnline(true);
    window.addEventListener('offline', noteLoss);
    window.addEventListener('online', noteReturn);
    return () => { window.removeEventListener('offline', noteLoss); window.removeEventListener('online', noteReturn); };
  }, []);
  return <Online value={online}>{children}</Online>;
}
