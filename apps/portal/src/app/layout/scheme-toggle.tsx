import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './layout.module.css';

/** Follows the system until used; then the choice holds on this device. */
export function SchemeToggle(): JSX.Element {
  const { t } = useTranslation('shell');
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return <button type="button" className={classes.tool} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>{isDark ? t('toLight') : t('toDark')}</button>;
}
