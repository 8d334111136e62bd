import { endpoints } from '@suimon/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { readKey, useCommand } from '../../lib/queries.js';
import type { Person } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import classes from './account-menu.module.css';
import layout from './layout.module.css';

/** Who is signed in, in which roles, and the way out. A plain disclosure: a menu widget would weigh a tenth of the first load. */
export function AccountMenu({ person }: { person: Person }): JSX.Element {
  const { t } = useTranslation('shell');
  const { local } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const signOut = useCommand(endpoints.people.signOut);
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
  const leave = async (): Promise<void> => {
    await signOut.mutateAsync({});
    await navigate('/');
    // Nothing that this person could see stays in the memory of a shared machine.
    const own = JSON.stringify(readKey(endpoints.people.me, {}));
    client.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey) !== own });
  };
  return (
    <div ref={box} className={classes.box} onKeyDown={closeByKey}>
      <button ref={button} type="button" className={layout.tool} aria-expanded={open} aria-controls="account-menu" onClick={() => setOpen(!open)}>
        <span className="sui-hidden">{t('account')} </span><span className={classes.name}>{local(person.displayName)}</span><span aria-hidden="true">▾</span>
      </button>
      <div id="account-menu" className={classes.panel} hidden={!open}>
        <p><strong>{local(person.displayName)}</strong></p>
        <p className="sui-quiet">{local(person.organisation)}</p>
        <p className="sui-quiet">{person.roles.map((role) => t(`roles.${role}`)).join(t('listComma'))}</p>
        <Link to="/preparation" className={classes.item} onClick={() => setOpen(false)}>{t('nav.preparation')}</Link>
        <button type="button" className={classes.item} onClick={() => void leave()}>{t('signOut')}</button>
      </div>
    </div>
  );
}
