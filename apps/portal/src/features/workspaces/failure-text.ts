import { useTranslation } from 'react-i18next';

/** Coded reasons of a workspace that did not start or did not stay, each with a sentence and what to do. */
const KNOWN = ['storage-unavailable', 'dataset-missing', 'isolation-failed', 'display-failed', 'desktop-exited', 'out-of-memory', 'start-timeout', 'entitlement-ended'] as const;
type Known = (typeof KNOWN)[number];
const isKnown = (code: string): code is Known => KNOWN.some((known) => known === code);

/** At which step a start must have failed, where the reason tells. */
const STEP_OF: Partial<Record<Known, string>> = { 'storage-unavailable': 'preparing-storage', 'dataset-missing': 'preparing-storage', 'isolation-failed': 'isolating', 'display-failed': 'starting-display', 'desktop-exited': 'starting-desktop' };
export const failedStep = (reason: string | null): string | undefined => (reason !== null && isKnown(reason) ? STEP_OF[reason] : undefined);

export function useFailureText(): (reason: string | null) => { says: string; next: string } {
  const { t } = useTranslation('workspaces');
  return (reason) => {
    const code = reason !== null && isKnown(reason) ? reason : 'unknown';
    return { says: t(`failure.${code}.says`), next: t(`failure.${code}.next`) };
  };
}
