import type { DatasetView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyValue } from '../../ui/key-value.js';
import { PlainButton } from '../../ui/plain-button.js';
import classes from './dataset.module.css';

/** Licence, and the citation ready to copy. */
export function DatasetCitation({ dataset }: { dataset: DatasetView }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(dataset.citation);
      setCopied('yes');
    } catch {
      setCopied('no');
    }
  };
  return (
    <section id="citation" aria-labelledby="citation-title" className="sui-stack" style={{ '--gap': '1rem' }}>
      <h2 id="citation-title">{t('sections.citation')}</h2>
      <KeyValue pairs={[{ label: t('licence'), value: dataset.licence }, { label: t('citation'), value: <span className={classes.citation}>{dataset.citation}</span> }]} />
      <div className="sui-row sui-no-print"><PlainButton look="outline" onClick={() => void copy()}>{t('copy.action')}</PlainButton><span role="status">{copied && t(`copy.${copied}`)}</span></div>
    </section>
  );
}
