import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme, localStorageColorSchemeManager } from '@mantine/core';

/** Ten shades out of the Digital Agency's thirteen; the key blue (900) stands at index 7. */
const SHADES = [50, 100, 200, 300, 400, 600, 800, 900, 1000, 1100] as const;
const shade = (hue: string, index: number): string => `var(--color-primitive-${hue}-${SHADES[index] ?? 900})`;
const tuple = (hue: string): MantineColorsTuple => [shade(hue, 0), shade(hue, 1), shade(hue, 2), shade(hue, 3), shade(hue, 4), shade(hue, 5), shade(hue, 6), shade(hue, 7), shade(hue, 8), shade(hue, 9)];

/** Mantine in the manner of the Digital Agency's design system: quiet, small radii, 44 px targets. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 3 },
  colors: { blue: tuple('blue'), green: tuple('green'), red: tuple('red'), yellow: tuple('yellow') },
  fontFamily: "'Noto Sans JP', -apple-system, BlinkMacSystemFont, 'Hiragino Sans', 'Yu Gothic UI', Meiryo, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Noto Sans Mono', monospace",
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.6', sm: '1.6', md: '1.7', lg: '1.7', xl: '1.6' },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '8px' },
  headings: { fontWeight: '700' },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md', variant: 'filled' } },
    Alert: { defaultProps: { radius: 'sm' } },
    Modal: { defaultProps: { centered: true, radius: 'md', overlayProps: { backgroundOpacity: 0.55 }, transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

/** Mantine's own variables point at the portal's tokens, so light and dark are chosen in one file (tokens.css). */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--sui-page)', '--mantine-color-text': 'var(--sui-text)', '--mantine-color-dimmed': 'var(--sui-text-quiet)', '--mantine-color-placeholder': 'var(--sui-text-quiet)',
    '--mantine-color-default': 'var(--sui-page)', '--mantine-color-default-hover': 'var(--sui-surface)', '--mantine-color-default-color': 'var(--sui-text)', '--mantine-color-default-border': 'var(--sui-line-control)',
    '--mantine-color-error': 'var(--sui-blocked-text)', '--mantine-color-anchor': 'var(--sui-link)', '--mantine-color-bright': 'var(--sui-text)',
    '--mantine-primary-color-filled': 'var(--sui-action)', '--mantine-primary-color-filled-hover': 'var(--sui-action-hover)', '--mantine-color-blue-filled': 'var(--sui-action)', '--mantine-color-blue-filled-hover': 'var(--sui-action-hover)',
    '--mantine-color-blue-text': 'var(--sui-link)', '--mantine-color-blue-outline': 'var(--sui-link)', '--mantine-color-blue-light-color': 'var(--sui-link)',
  };
  return { variables: {}, light: both, dark: both };
};

/** Follows the system until someone chooses. */
export const colourSchemes = localStorageColorSchemeManager({ key: 'suimon.colour-scheme' });
