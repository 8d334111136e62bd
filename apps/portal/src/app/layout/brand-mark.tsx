import type { JSX } from 'react';
import classes from './layout.module.css';

/** Two posts, a raised gate and the water below: 水門. Decoration only; the name stands next to it. */
export const BrandMark = (): JSX.Element => (
  <svg viewBox="0 0 32 32" className={classes.mark} aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="6" fill="var(--sui-action)" />
    <path d="M7 6v20M25 6v20M5 9h22" stroke="var(--sui-on-action)" strokeWidth="2.5" strokeLinecap="round" fill="none" />
    <rect x="10.5" y="11.5" width="11" height="6.5" fill="var(--sui-on-action)" />
    <path d="M9.5 23c1.6-1.6 3.2-1.6 4.8 0s3.2 1.6 4.8 0 2.6-1.3 3.6-.6" stroke="var(--sui-on-action)" strokeWidth="2" strokeLinecap="round" fill="none" />
  </svg>
);
