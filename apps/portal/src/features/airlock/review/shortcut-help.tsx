import { Checkbox, Kbd, Modal } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './review.module.css';

const KEYS = [['j', 'next'], ['k', 'previous'], ['a', 'approve'], ['c', 'changes'], ['r', 'handIn'], ['?', 'help']] as const;
interface Props { readonly opened: boolean; readonly onClose: () => void; readonly enabled: boolean; readonly onEnable: (enabled: boolean) => void }

/** The keys of the desk, and the switch that turns them off. */
export function ShortcutHelp({ opened, onClose, enabled, onEnable }: Props): JSX.Element {
  const { t } = useTranslation('airlock');
  return (
    <Modal opened={opened} onClose={onClose} title={<strong>{t('keys.title')}</strong>} closeButtonProps={{ 'aria-label': t('keys.close') }}>
      <div className="sui-stack" style={{ '--gap': '1rem' }}>
        <dl className={classes.keys}>{KEYS.map(([key, act]) => <div key={key}><dt><Kbd>{key}</Kbd></dt><dd>{t(`keys.${act}`)}</dd></div>)}</dl>
        <Checkbox label={t('keys.enable')} description={t('keys.enableHelp')} checked={enabled} onChange={(event) => onEnable(event.currentTarget.checked)} />
      </div>
    </Modal>
  );
}
