import { Button, Radio, Textarea } from '@mantine/core';
import { ITEM_RESULTS, endpoints } from '@suimon/contracts';
import type { ApplicationView } from '@suimon/contracts';
import type { FormEvent, JSX } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/queries.js';
import { useText } from '../../../lib/text.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useKept } from '../use-kept.js';
import type { Review } from './review-sheet.js';
import classes from './review.module.css';

const SHORTEST = 5;
interface Props { readonly view: ApplicationView; readonly item: Review['policy']['items'][number]; readonly saved: Review['judgements'][number] | undefined }

/** One review item: fit, unfit or in need of a change, with a comment; saved by itself. */
export function ReviewItem({ view, item, saved }: Props): JSX.Element {
  const { t } = useTranslation('applications');
  const { local } = useText();
  const judge = useCommand(endpoints.applications.judge);
  const key = `${view.id}.${view.round}.${item.id}`;
  const [result, setResult, forgetResult] = useKept(`${key}.result`, saved?.result);
  const [comment, setComment, forgetComment] = useKept(`${key}.comment`, saved?.comment);
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const chosen = ITEM_RESULTS.find((name) => name === result);
  const commentMissing = chosen !== undefined && chosen !== 'fit' && comment.trim().length < SHORTEST;
  const unsaved = result !== (saved?.result ?? '') || comment !== (saved?.comment ?? '');
  const run = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!chosen || commentMissing) { box.current?.querySelector<HTMLElement>(chosen ? 'textarea' : 'input')?.focus(); return; }
    try {
      await judge.mutateAsync({ params: { id: view.id }, body: { itemId: item.id, result: chosen, comment: comment.trim() } });
      forgetResult();
      forgetComment();
      setTried(false);
    } catch { /* shown below, and what was typed is kept */ }
  };
  return (
    <form ref={box} id={`item-${item.id}`} className={classes.item} data-saved={saved !== undefined && !unsaved} onSubmit={(event) => void run(event)} noValidate>
      <Radio.Group label={local(item.label)} description={local(item.help)} value={result} onChange={setResult} required withAsterisk={false} error={tried && !chosen ? t('item.missing') : undefined}>
        <div className={classes.results}>{ITEM_RESULTS.map((name) => <Radio key={name} value={name} label={t(`result.${name}`)} />)}</div>
      </Radio.Group>
      <Textarea label={t(chosen === undefined || chosen === 'fit' ? 'item.comment' : 'item.commentNeeded')} value={comment} maxLength={4000} autosize minRows={1} maxRows={12} required={chosen !== undefined && chosen !== 'fit'} withAsterisk={false} error={tried && commentMissing ? t('item.commentMissing') : undefined} onChange={(event) => setComment(event.currentTarget.value)} />
      {judge.error && <ProblemNotice error={judge.error} workIsSafe={t('kept')} />}
      <div className="sui-row">
        <Button type="submit" variant={unsaved && chosen ? 'filled' : 'default'} loading={judge.isPending} aria-label={t('item.saveOf', { item: local(item.label) })}>{t('item.save')}</Button>
        <span role="status" className={classes.itemState}>{!unsaved && saved ? <><span aria-hidden="true">✓ </span>{t('item.saved')}</> : unsaved && (saved || chosen) ? t('item.unsaved') : ''}</span>
      </div>
    </form>
  );
}
