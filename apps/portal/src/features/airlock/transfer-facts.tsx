import type { TransferView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import type { Pair } from '../../ui/key-value.js';
import { KeyValue } from '../../ui/key-value.js';

/** What the requester declared, the reason first. */
export function useDeclared(transfer: TransferView): readonly Pair[] {
  const { t } = useTranslation('airlock');
  const { date } = useText();
  const { form, direction } = transfer;
  const { ownCheck } = form;
  const reason = { label: t(`form.${direction}.reason`), value: form.reason };
  if (direction === 'export') return [reason, { label: t('form.teamNumber'), value: form.teamNumber }, { label: t('form.researcherId'), value: form.researcherId }, { label: t('form.projectNumber'), value: form.projectNumber }];
  return [
    reason,
    { label: t('form.provenance'), value: form.provenance },
    { label: t('form.licence'), value: form.licence },
    { label: t('form.ownCheck'), value: ownCheck && t(ownCheck.clean ? 'form.ownCheckClean' : 'form.ownCheckNotClean', { product: ownCheck.product, definitions: date(ownCheck.definitionsDate), scan: date(ownCheck.scanDate) }) },
    { label: t('form.notAlreadyInside'), value: form.notAlreadyInside ? t('form.declared') : t('form.notDeclared') },
  ];
}

export const TransferFacts = ({ transfer }: { transfer: TransferView }): JSX.Element => <KeyValue pairs={useDeclared(transfer)} />;
