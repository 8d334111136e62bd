import type { DatasetView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { KeyValue } from '../../ui/key-value.js';

/** Whose data, of when, how much, who answers for it. */
export function DatasetCoverage({ dataset }: { dataset: DatasetView }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { local, number, date } = useText();
  return (
    <section id="coverage" aria-labelledby="coverage-title" className="sui-stack" style={{ '--gap': '1rem' }}>
      <h2 id="coverage-title">{t('sections.coverage')}</h2>
      <KeyValue pairs={[
        { label: t('provider'), value: `${local(dataset.provider)}${t('bracket', { text: t(`providerKind.${dataset.providerKind}`) })}` },
        { label: t('dbKindLabel'), value: t(`dbKind.${dataset.dbKind}`) },
        { label: t('steward'), value: `${local(dataset.steward.displayName)}${t('bracket', { text: local(dataset.steward.organisation) })}` },
        { label: t('periodLabel'), value: dataset.period && t('period', { from: date(dataset.period.from), to: date(dataset.period.to) }) },
        { label: t('sizeLabel'), value: [t('size.people', { number: number(dataset.people) }), t('size.rows', { number: number(dataset.rows) })].join(t('factSeparator')) },
        { label: t('tablesLabel'), value: dataset.tables.map((table) => t('tableLine', { label: local(table.label), name: table.name, number: number(table.rows) })).join('\n') },
        { label: t('origin'), value: [dataset.synthetic ? t('syntheticLong') : null, dataset.iotOrigin ? t('iot') : null].filter((line) => line !== null).join('\n') },
        { label: t('keywords'), value: dataset.keywords.map(local).join(t('listComma')) },
        { label: t('version'), value: dataset.version },
      ]} />
    </section>
  );
}
