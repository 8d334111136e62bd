import type { ButtonHTMLAttributes, JSX } from 'react';
import { Link } from 'react-router';
import type { LinkProps } from 'react-router';
import classes from './plain-button.module.css';

type Look = 'filled' | 'outline';
interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> { readonly look?: Look; /** At work: says so, and takes no second press. */ readonly busy?: boolean }

/** The portal's button without a component library: the pages a visitor sees first are light because of it. */
export function PlainButton({ look = 'filled', busy = false, type = 'button', onClick, ...rest }: Props): JSX.Element {
  return <button {...rest} type={type} className={classes.button} data-look={look} aria-busy={busy} aria-disabled={busy || rest['aria-disabled']} onClick={(event) => { if (busy) event.preventDefault(); else onClick?.(event); }} />;
}

/** A link that looks like a button: the next step of a page. */
export const PlainButtonLink = ({ look = 'filled', ...rest }: Omit<LinkProps, 'className'> & { look?: Look }): JSX.Element => <Link className={classes.button} data-look={look} {...rest} />;
