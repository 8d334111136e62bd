import type { TransferFileView } from '@suimon/contracts';
import type { JSX } from 'react';
import { FileFacts, Sha256 } from './file-facts.js';
import { ScanVerdicts } from './scan-verdicts.js';
import classes from './airlock.module.css';

/** The files of a request with what the scanners found. */
export function FileResults({ files }: { files: readonly TransferFileView[] }): JSX.Element {
  return (
    <ul className={classes.rows}>
      {files.map((file) => (
        <li key={file.id} className={classes.row}><FileFacts file={file} heading="h3" /><ScanVerdicts file={file} /><Sha256 value={file.sha256} /></li>
      ))}
    </ul>
  );
}
