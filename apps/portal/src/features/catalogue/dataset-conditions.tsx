import type { DatasetView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { KeyValue } from '../../ui/key-value.js';
import classes from './dataset.module.css';

/** Conditions of use: the standard DUO terms, each with its text, then the provider's own words. */
export function DatasetConditions({ dataset }: { dataset: DatasetView }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { local } = useText();
  return (
    <section id="conditions" aria-labelledby="conditions-title" className="sui-stack" style={{ '--gap': '1rem' }}>
      <h2 id="conditions-title">{t('sections.conditions')}</h2>
      <ul className={classes.duo} aria-label={t('duo')}>{dataset.duo.map(({ code, label }) => <li key={code}><strong>{local(label)}</strong><span className="sui-quiet">{code}</span></li>)}</ul>
      <KeyValue pairs={[
        { label: t('conditions'), value: local(dataset.conditions) },
        { label: t('legalBasis'), value: local(dataset.legalBasis) },
        { label: t('sensitivity.label'), value: t(`sensitivity.${dataset.sensitivity}`) },
      ]} />
    </section>
  );
}
