import { Button, FileButton } from '@mantine/core';
import type { TransferView } from '@suimon/contracts';
import type { DragEvent, JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../lib/text.js';
import { LimitsText } from '../limits-text.js';
import { UploadRow } from './upload-row.js';
import { useUploads } from './use-uploads.js';
import classes from './draft.module.css';

/** Where files are dropped or chosen, and how each upload gets on. */
export function UploadArea({ transfer }: { transfer: TransferView }): JSX.Element {
  const { t } = useTranslation('airlock');
  const { number } = useText();
  const { items, arrived, add, drop, again } = useUploads(transfer.id);
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent, isOver: boolean): void => { event.preventDefault(); setOver(isOver); };
  const take = (event: DragEvent): void => { hover(event, false); add([...event.dataTransfer.files], transfer.limits); };
  return (
    <div className="sui-stack" style={{ '--gap': '0.75rem' }}>
      <div className={classes.drop} data-over={over} onDragOver={(event) => hover(event, true)} onDragLeave={(event) => hover(event, false)} onDrop={take}>
        <p>{t('upload.drop')}</p>
        <FileButton multiple accept={transfer.limits.allowedExtensions.map((extension) => `.${extension}`).join(',')} onChange={(files) => add(files, transfer.limits)}>{(props) => <Button {...props} variant="default">{t('upload.choose')}</Button>}</FileButton>
        <LimitsText limits={transfer.limits} />
      </div>
      <p role="status" className="sui-hidden">{arrived > 0 ? t('upload.arrived', { count: arrived }) : ''}</p>
      {items.length > 0 && (
        <section aria-label={t('upload.running', { number: number(items.length) })}>
          <ul className={classes.uploads}>{items.map((item) => <UploadRow key={item.key} upload={item} onDrop={() => drop(item.key)} onAgain={() => again(item.key)} />)}</ul>
        </section>
      )}
    </div>
  );
}
