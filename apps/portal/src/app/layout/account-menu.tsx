import { endpoints } from '@suimon/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { readKey, useCommand } from '../../lib/queries.js';
import type { Person } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './account-menu.module.css';
import layout from './layout.module.css';
import { useDisclosure } from './use-disclosure.js';

/** Who is signed in, in which roles, and the way out. A plain disclosure: a menu widget would weigh a tenth of the first load. */
export function AccountMenu({ person }: { person: Person }): JSX.Element {
  const { t } = useTranslation('shell');
  const { local } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const signOut = useCommand(endpoints.people.signOut);
  const { open, setOpen, box, button, closeByKey } = useDisclosure();
  const leave = async (): Promise<void> => {
    // Away from here first: a page that needs a session would ask to sign in again.
    await navigate('/');
    await signOut.mutateAsync({});
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
        <button type="button" className={classes.item} onClick={() => void leave().catch(() => undefined)}>{t('signOut')}</button>
        {signOut.error && <ProblemNotice error={signOut.error} workIsSafe={t('stillSignedIn')} />}
      </div>
    </div>
  );
}
