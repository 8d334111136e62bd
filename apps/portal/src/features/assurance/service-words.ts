import { useTranslation } from 'react-i18next';
import { useText } from '../../lib/text.js';
import type { Service } from './overview.js';

/** Names of parts and what they reported, in the reader's words; what has no words is shown as it came. */
export function useServiceWords(): { readonly name: (name: string) => string; readonly detail: (service: Service) => string } {
  const { t, i18n } = useTranslation('assurance');
  const { number } = useText();
  return {
    name: (name) => (i18n.exists(`assurance:service.${name}.name`) ? t(`service.${name}.name`) : name),
    detail: ({ name, detail }) => {
      const seconds = /^(\d+) s$/.exec(detail)?.[1];
      const open = /^(\d+) open$/.exec(detail)?.[1];
      if (detail === 'never-seen') return t('services.neverSeen');
      if (seconds !== undefined) return t('services.heardOf', { count: Number(seconds), number: number(Number(seconds)) });
      if (name === 'gateway' && open !== undefined) return t('services.openDesktops', { count: Number(open), number: number(Number(open)) });
      return detail;
    },
  };
}
