import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import type { DenialCode } from '@suimon/contracts';
import type { JSX, ReactNode } from 'react';
import { Suspense, lazy, useId, useState } from 'react';
import { useText } from '../lib/text.js';
import type { ConfirmText } from './confirm-dialog.js';
import classes from './command-button.module.css';

// Dialogs weigh a tenth of the first load and most pages never open one.
const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.js')).ConfirmDialog }));

interface Props<Name extends string> {
  /** The `commands` of the record as the API sent it: the only judge of what may be done. */
  readonly commands: Readonly<Partial<Record<Name, DenialCode | null>>>;
  readonly name: Name;
  readonly children: ReactNode;
  /** Runs the command; `reason` is what was typed in the dialog, else empty. */
  readonly onRun: (reason: string) => Promise<unknown> | void;
  /** Asks before it runs, with a reason where one is needed. */
  readonly confirm?: ConfirmText;
  readonly pending?: boolean;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly variant?: ButtonProps['variant'];
  /** Red: what cannot be taken back. */
  readonly danger?: boolean;
  /** Refusals that hide the button instead of explaining it. */
  readonly hideWhen?: readonly DenialCode[];
}
/** Not one's role, or long past: a dead button would only be noise. */
const NOISE: readonly DenialCode[] = ['not-permitted', 'not-in-this-state', 'not-found'];

/** A button that exists because the API allows it, or says why not yet and what to do next. */
export function CommandButton<Name extends string>({ commands, name, children, onRun, confirm, pending = false, params, variant = 'filled', danger = false, hideWhen = NOISE }: Props<Name>): JSX.Element | null {
  const { denial } = useText();
  const describedBy = useId();
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  const verdict = commands[name];
  if (verdict === undefined || (verdict !== null && hideWhen.includes(verdict))) return null;
  const refusal = verdict === null ? null : denial(verdict, params);
  const press = (): void => {
    if (refusal || pending) return;
    if (!confirm) return void onRun('');
    setAsked(true);
    setAsking(true);
  };
  return (
    <div className={classes.command}>
      <Button variant={variant} {...(danger ? { className: 'sui-danger' } : {})} aria-disabled={refusal !== null} loading={pending} onClick={press} {...(refusal ? { 'aria-describedby': describedBy } : {})}>{children}</Button>
      {refusal && <p id={describedBy} className="sui-quiet">{refusal.says} {refusal.next}</p>}
      {confirm && asked && <Suspense fallback={null}><ConfirmDialog opened={asking} text={confirm} danger={danger} onClose={() => setAsking(false)} onConfirm={onRun} /></Suspense>}
    </div>
  );
}
