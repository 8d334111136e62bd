import type { TransferFileView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import { Badge } from '../../ui/status-badge.js';
import { useReasonText } from './reason-text.js';
import classes from './airlock.module.css';

type Verdict = TransferFileView['verdicts'][number];
const TONES = { clean: 'done', infected: 'blocked', not_scanned: 'waits', error: 'waits' } as const;

/** One scanner's verdict on one file: what it means, what it covered, with which engine. */
function ScanVerdict({ verdict, sizeBytes, detailed }: { verdict: Verdict; sizeBytes: number; detailed: boolean }): JSX.Element {
  const { t, i18n } = useTranslation('airlock');
  const { bytes, dateTime } = useText();
  const reasonText = useReasonText();
  const scanner = i18n.exists(`airlock:scan.scanner.${verdict.scanner}`) ? t(`scan.scanner.${verdict.scanner}`) : verdict.scanner;
  const whole = verdict.bytesSeen === sizeBytes;
  return (
    <li className={classes.verdict}>
      <p className={classes.verdictLine}><Badge tone={whole || verdict.verdict !== 'clean' ? TONES[verdict.verdict] : 'waits'}>{t(`scan.verdict.${verdict.verdict}`)}</Badge><span>{scanner}</span></p>
      {verdict.verdict !== 'clean' && verdict.reason && <p>{verdict.verdict === 'infected' ? t('scan.found', { name: verdict.reason }) : reasonText(verdict.reason).says}</p>}
      {(detailed || !whole) && <p className="sui-quiet">{whole ? t('scan.whole', { size: bytes(sizeBytes) }) : t('scan.part', { seen: bytes(verdict.bytesSeen), size: bytes(sizeBytes) })}</p>}
      {detailed && <p className="sui-quiet">{t('scan.engine', { engine: verdict.engine, signatures: verdict.signatures, at: dateTime(verdict.at) })}</p>}
    </li>
  );
}

/** The verdicts on one file in plain words; `detailed` adds coverage and engine for reviewers. */
export function ScanVerdicts({ file, detailed = false }: { file: TransferFileView; detailed?: boolean }): JSX.Element {
  const { t } = useTranslation('airlock');
  if (file.verdicts.length === 0) return <p className="sui-quiet">{t('scan.none')}</p>;
  return <ul className={classes.verdicts}>{file.verdicts.map((verdict) => <ScanVerdict key={verdict.scanner} verdict={verdict} sizeBytes={file.sizeBytes} detailed={detailed} />)}</ul>;
}
