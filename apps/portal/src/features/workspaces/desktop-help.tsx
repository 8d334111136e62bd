import { Modal } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

const TOPICS = ['keyboard', 'clipboard', 'files', 'watermark', 'end'] as const;

/** How to use the desktop: keyboard, clipboard, files, what ends a session. */
export function DesktopHelp({ opened, onClose }: { opened: boolean; onClose: () => void }): JSX.Element {
  const { t } = useTranslation('workspaces');
  return (
    <Modal opened={opened} onClose={onClose} title={<strong>{t('help.title')}</strong>} closeButtonProps={{ 'aria-label': t('help.close') }}>
      <dl className="sui-stack" style={{ '--gap': '0.75rem', margin: 0 }}>
        {TOPICS.map((topic) => <div key={topic}><dt><strong>{t(`help.${topic}.name`)}</strong></dt><dd style={{ margin: 0 }}>{t(`help.${topic}.text`)}</dd></div>)}
      </dl>
    </Modal>
  );
}
