import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/status-badge.js';
import type { Service } from './overview.js';
import { useServiceWords } from './service-words.js';
import classes from './assurance.module.css';

/** Each part of the platform, whether it answers now, and what stops when it does not. */
export function Services({ services }: { services: readonly Service[] }): JSX.Element {
  const { t, i18n } = useTranslation('assurance');
  const words = useServiceWords();
  return (
    <ul className={classes.rows}>
      {services.map((service) => (
        <li key={service.name} className={classes.row}>
          <div className={classes.rowHead}><h3>{words.name(service.name)}</h3><Badge tone={service.ok ? 'done' : 'blocked'}>{service.ok ? t('services.answers') : t('services.silent')}</Badge></div>
          {!service.ok && i18n.exists(`assurance:service.${service.name}.effect`) && <><p>{t(`service.${service.name}.effect`)}</p><p>{t(`service.${service.name}.remedy`)}</p></>}
          {service.detail && <p className="sui-quiet">{words.detail(service)}</p>}
        </li>
      ))}
    </ul>
  );
}
