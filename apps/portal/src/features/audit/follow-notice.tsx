import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListState } from '../../lib/list-state.js';
import type { Names } from './use-names.js';
import classes from './audit.module.css';

/** Says which record or person is being followed. Takes the focus when the reader begins to follow, as the link they used is gone. */
export function FollowNotice({ state, names }: { state: ListState; names: Names }): JSX.Element | null {
  const { t } = useTranslation('audit');
  const box = useRef<HTMLParagraphElement>(null);
  const record = state.filter('streamId');
  const person = state.filter('personId') || (state.q.startsWith('system:') ? state.q : '');
  const followed = `${record} ${person}`.trim();
  const before = useRef(followed);
  useEffect(() => {
    if (followed !== '' && followed !== before.current) box.current?.focus();
    before.current = followed;
  }, [followed]);
  if (followed === '') return null;
  const name = record ? names.recordWithKind(state.filter('kind'), record) : names.person(person);
  return (
    <div className={classes.following}>
      <p ref={box} tabIndex={-1} data-focus-target=""><strong>{record ? t('following.record', { record: name }) : t('following.person', { who: name })}</strong></p>
      <Link to="/audit">{t('following.all')}</Link>
    </div>
  );
}
