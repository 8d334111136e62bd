import type { PersonRef } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import classes from './edit.module.css';

/** A person in a list, with what may be done about them. */
export function PersonLine({ person, note, children }: { person: PersonRef | undefined; note?: string; children?: ReactNode }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local } = useText();
  return (
    <li className={classes.line}>
      <span><strong>{person ? local(person.displayName) : t('members.unknown')}</strong>{person && <span className={`sui-quiet ${classes.note}`}>{local(person.organisation)}</span>}{note && <span className={`sui-quiet ${classes.note}`}>{note}</span>}</span>
      {children}
    </li>
  );
}
