import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import classes from './layout.module.css';

export function SiteFooter(): JSX.Element {
  const { t } = useTranslation('shell');
  const { local } = useText();
  const { data: site } = useRead(endpoints.audit.site, {});
  return (
    <footer className={classes.footer}>
      <div className={`sui-column ${classes.footerBar}`}>
        <p>{site ? local(site.name) : t('siteName')}{site && <> · {t('siteVersion', { version: site.version })}</>}{site?.demo && <> · {t('demo')}</>}</p>
        <ul className={classes.footerLinks}>
          <li><Link to="/register">{t('nav.register')}</Link></li>
          <li><Link to="/help/airlock">{t('helpAirlock')}</Link></li>
        </ul>
      </div>
    </footer>
  );
}
