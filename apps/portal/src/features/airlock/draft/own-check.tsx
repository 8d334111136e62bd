import { Checkbox, TextInput } from '@mantine/core';
import type { TransferFormShape } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './draft.module.css';

type Check = NonNullable<TransferFormShape['ownCheck']>;
const NOTHING: Check = { product: '', definitionsDate: '', scanDate: '', clean: false };
const TODAY = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
const hasBothDates = ({ definitionsDate, scanDate }: Check): boolean => definitionsDate !== '' && scanDate !== '';

/** The requester's own virus check (R100). It can be saved once it has both dates; until then it stays on the page, and the page says so. */
export function OwnCheck({ value, onChange }: { value: TransferFormShape['ownCheck']; onChange: (value: Check | null) => void }): JSX.Element {
  const { t } = useTranslation('airlock');
  const [check, setCheck] = useState<Check>(value ?? NOTHING);
  const [today] = useState(TODAY);
  const set = (change: Partial<Check>): void => {
    const next = { ...check, ...change };
    setCheck(next);
    if (hasBothDates(next)) onChange(next);
    else if (value !== null) onChange(null);
  };
  const started = check !== NOTHING && (check.product !== '' || check.definitionsDate !== '' || check.scanDate !== '' || check.clean);
  return (
    <fieldset id="field-ownCheck" className={classes.group}>
      <legend>{t('form.ownCheck')}</legend>
      <p className="sui-quiet">{t('form.ownCheckHelp')}</p>
      <TextInput label={t('form.product')} description={t('form.productHelp')} required maxLength={200} value={check.product} onChange={(event) => set({ product: event.currentTarget.value })} />
      <div className={classes.dates}>
        <TextInput type="date" label={t('form.definitionsDate')} description={t('form.definitionsDateHelp')} required max={today} value={check.definitionsDate} onChange={(event) => set({ definitionsDate: event.currentTarget.value })} />
        <TextInput type="date" label={t('form.scanDate')} description={t('form.scanDateHelp')} required max={today} value={check.scanDate} onChange={(event) => set({ scanDate: event.currentTarget.value })} />
      </div>
      <Checkbox label={t('form.clean')} checked={check.clean} onChange={(event) => set({ clean: event.currentTarget.checked })} />
      {started && !hasBothDates(check) && <p role="status" className="sui-quiet">{t('form.ownCheckUnsaved')}</p>}
    </fieldset>
  );
}
