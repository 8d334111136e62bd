import { Button, TextInput } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { DatasetView, ProposalShape } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { Notice } from '../../../ui/notice.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { SkeletonText } from '../../../ui/skeletons.js';
import { ColumnChoice } from './column-choice.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

type Chosen = ProposalShape['datasets'][number];
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const wordsOf = (item: DatasetView['items'][number]): string => folded([item.table, item.name, item.label.ja, item.label.en, item.codeSystem, item.notes?.ja, item.notes?.en].join(' '));

/** One dataset of the application: choose its columns table by table, or take it out. */
export function DatasetChoice({ dataset, draft, error }: { dataset: Chosen; draft: Draft; error: string | undefined }): JSX.Element {
  const { t } = useTranslation('applications');
  const { local, number } = useText();
  const [words, setWords] = useState('');
  const { slug } = dataset;
  const { data, error: failure, refetch } = useRead(endpoints.catalogue.dataset, { params: { slug } });
  const listed = draft.view.datasets.find((entry) => entry.slug === slug);
  const title = data ? local(data.title) : listed ? local(listed.title) : slug;
  const choose = (items: readonly string[]): void => draft.edit({ datasets: { [slug]: { ...dataset, items: [...new Set(items)] } } });
  const wanted = folded(words).split(/\s+/).filter((word) => word !== '');
  const shown = (data?.items ?? []).filter((item) => wanted.every((word) => wordsOf(item).includes(word)));
  const unknown = data ? dataset.items.filter((name) => data.items.every((item) => `${item.table}.${item.name}` !== name)) : [];
  return (
    <section id={`dataset-${slug}`} className={`sui-stack ${classes.box}`} style={{ '--gap': '1rem' }} aria-labelledby={`dataset-${slug}-title`}>
      <div className={classes.boxHead}>
        <h2 id={`dataset-${slug}-title`} className={classes.boxTitle}><Link to={`/datasets/${slug}`}>{title}</Link></h2>
        <Button variant="default" aria-label={t('datasets.removeOf', { title })} onClick={() => draft.edit({ datasets: { [slug]: null } })}>{t('datasets.remove')}</Button>
      </div>
      <p role="status">{data ? t('datasets.chosen', { chosen: number(dataset.items.length), all: number(data.items.length) }) : t('datasets.chosenOnly', { chosen: number(dataset.items.length) })}</p>
      {error && <p className={classes.error}>{error}</p>}
      {data?.status === 'withdrawn' && <Notice tone="blocked" title={t('datasets.withdrawn')}><p>{t('datasets.withdrawnText')}</p></Notice>}
      {unknown.length > 0 && <Notice tone="waits" title={t('datasets.unknown')}><p><code>{unknown.join(t('listComma'))}</code></p><div><Button variant="default" onClick={() => choose(dataset.items.filter((name) => !unknown.includes(name)))}>{t('datasets.removeUnknown')}</Button></div></Notice>}
      {!data && (failure ? <ProblemNotice error={failure} onRetry={() => void refetch()} /> : <SkeletonText />)}
      {data && <TextInput type="search" className={classes.search} label={t('datasets.search')} value={words} maxLength={100} onChange={(event) => setWords(event.currentTarget.value)} />}
      {data && shown.length === 0 && <p role="status">{t('datasets.noColumn')}</p>}
      {data?.tables.map((table) => <ColumnChoice key={table.name} table={table} items={shown.filter((item) => item.table === table.name)} filtered={wanted.length > 0} chosen={dataset.items} onChoose={choose} />)}
    </section>
  );
}
