import type { InputHTMLAttributes, JSX, ReactNode, SelectHTMLAttributes } from 'react';
import { useId } from 'react';
import classes from './plain-field.module.css';

interface Around { readonly label: string; readonly help?: string | undefined; readonly error?: string | undefined; readonly className?: string | undefined }
const describedBy = (id: string, { help, error }: Around): string | undefined => [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

function Field({ id, label, help, error, className, children }: Around & { id: string; children: ReactNode }): JSX.Element {
  return (
    <div className={`${classes.field} ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {help && <p id={`${id}-help`} className="sui-quiet">{help}</p>}
      {children}
      {error && <p id={`${id}-error`} className={classes.error}>{error}</p>}
    </div>
  );
}

/** A labelled input of the browser's own, for the pages a visitor sees first. */
export function PlainField({ label, help, error, className, ...input }: Around & InputHTMLAttributes<HTMLInputElement>): JSX.Element {
  const own = useId();
  const id = input.id ?? own;
  return <Field {...{ id, label, help, error, className }}><input className={classes.input} {...input} id={id} aria-invalid={error !== undefined} aria-describedby={describedBy(id, { label, help, error })} /></Field>;
}

/** A labelled choice out of a short list. */
export function PlainSelect({ label, help, error, className, options, ...select }: Around & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly { readonly value: string; readonly label: string }[] }): JSX.Element {
  const own = useId();
  const id = select.id ?? own;
  return (
    <Field {...{ id, label, help, error, className }}>
      <select className={classes.input} {...select} id={id} aria-invalid={error !== undefined} aria-describedby={describedBy(id, { label, help, error })}>{options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</select>
    </Field>
  );
}
