import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './skeletons.module.css';

/** Holds the place of what is loading. Says so once to a screen reader; the grey bars are decoration. */
function Loading({ children }: { children: ReactNode }): JSX.Element {
  // The texts may not be there yet on the very first paint, so this must not wait for them.
  const { t, ready } = useTranslation('ui', { useSuspense: false });
  return <div role="status" className="sui-stack"><span className="sui-hidden">{ready ? t('loading') : '…'}</span><div aria-hidden="true" className="sui-stack">{children}</div></div>;
}
const bars = (count: number, height: number, width: (index: number) => string): JSX.Element[] => Array.from({ length: count }, (_, index) => <span key={index} className={classes.bar} style={{ height, width: width(index) }} />);

/** Lines of text. */
export const SkeletonText = ({ lines = 4 }: { lines?: number }): JSX.Element => <Loading>{bars(lines, 18, (index) => (index % 3 === 2 ? '60%' : '100%'))}</Loading>;
/** A list whose entries take some lines each. */
export const SkeletonList = ({ rows = 5, rowHeight = 96 }: { rows?: number; rowHeight?: number }): JSX.Element => <Loading>{bars(rows, rowHeight, () => '100%')}</Loading>;
/** A table with its header. */
export const SkeletonTable = ({ rows = 8 }: { rows?: number }): JSX.Element => <Loading>{bars(rows + 1, 44, () => '100%')}</Loading>;
/** A whole page: heading, lead, body. */
export const SkeletonPage = (): JSX.Element => <Loading><span className={classes.bar} style={{ height: 36, width: 'min(28rem, 80%)' }} /><span className={classes.bar} style={{ height: 20, width: 'min(40rem, 100%)' }} />{bars(4, 72, () => '100%')}</Loading>;
