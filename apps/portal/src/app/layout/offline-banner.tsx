import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../lib/change-notices.js';
import classes from './layout.module.css';

/** Says that changes no longer arrive, and that what was saved is safe. Always present, so that its text is announced. */
export function OfflineBanner(): JSX.Element {
  const { t } = useTranslation('shell');
  const online = useOnline();
  return <div role="status">{!online && <div className={classes.offline}><p className="sui-column">{t('offline')}</p></div>}</div>;
}
