import { Radio, TextInput } from '@mantine/core';
import { USE_CLASSES } from '@suimon/contracts';
import type { UseClass } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../use-kept.js';
import type { Draft } from './use-draft.js';
import classes from './edit.module.css';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TITLE_MAX = 200;
const isUseClass = (value: string): value is UseClass => USE_CLASSES.some((name) => name === value);

/** Title, way of use (R018) and period. */
export function BasicsFields({ draft, errorOf }: { draft: Draft; errorOf: (fieldId: string) => string | undefined }): JSX.Element {
  const { t } = useTranslation('applications');
  const { proposal, edit, view } = draft;
  const title = proposal.title;
  return (
    <>
      <div className={classes.field}>
        <TextInput id="title" label={t('field.title')} description={t('basics.titleHelp')} value={title} maxLength={TITLE_MAX} required withAsterisk={false} error={errorOf('title')} onChange={(event) => edit({ title: event.currentTarget.value })} />
      </div>
      <div id="use-class" className={classes.field}>
        <Radio.Group label={t('field.useClass')} description={t('basics.useClassHelp')} value={proposal.useClass} required withAsterisk={false} onChange={(value) => { if (isUseClass(value)) edit({ useClass: value }); }}>
          <div className={classes.choices}>{USE_CLASSES.map((name) => <Radio key={name} value={name} label={t(`useClass.${name}`)} description={t(`useClassHelp.${name}`)} />)}</div>
        </Radio.Group>
      </div>
      <PeriodFields key={view.id} draft={draft} errorOf={errorOf} />
    </>
  );
}

/** Two days, saved once both are there. Half a period is kept on this device, since the application knows whole ones only. */
function PeriodFields({ draft, errorOf }: { draft: Draft; errorOf: (fieldId: string) => string | undefined }): JSX.Element {
  const { t } = useTranslation('applications');
  const { proposal, edit, view } = draft;
  const [from, setFrom, forgetFrom] = useKept(`${view.id}.from`, proposal.period?.from);
  const [to, setTo, forgetTo] = useKept(`${view.id}.to`, proposal.period?.to);
  const change = (first: string, last: string): void => {
    setFrom(first);
    setTo(last);
    const whole = DAY.test(first) && DAY.test(last);
    if (whole) { forgetFrom(); forgetTo(); }
    if (whole || proposal.period) edit({ period: whole ? { from: first, to: last } : null });
  };
  const half = proposal.period === null && (from === '') !== (to === '');
  return (
    <fieldset className={classes.group}>
      <legend>{t('field.period')}</legend>
      <p className="sui-quiet" id="period-help">{t('basics.periodHelp')}</p>
      <div className={classes.dates}>
        <TextInput id="period-from" type="date" label={t('basics.from')} value={from} aria-describedby="period-help" required withAsterisk={false} error={errorOf('period-from')} onChange={(event) => change(event.currentTarget.value, to)} />
        <TextInput id="period-to" type="date" label={t('basics.to')} value={to} aria-describedby="period-help" required withAsterisk={false} error={errorOf('period-to')} onChange={(event) => change(from, event.currentTarget.value)} />
      </div>
      {half && <p className="sui-quiet" role="status">{t('basics.halfPeriod')}</p>}
    </fieldset>
  );
}
