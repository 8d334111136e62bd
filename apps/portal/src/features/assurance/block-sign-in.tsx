import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.js';
import { holdsRole, useMe } from '../../lib/session.js';
import { useText } from '../../lib/text.js';
import { Block } from './block.js';
import { LOWEST_IDENTITY_LEVEL } from './identity-level.js';

/** 認証方式: how everyone signs in, and whose identity is proofed to the level that a desktop needs. */
export function SignInBlock(): JSX.Element {
  const { t } = useTranslation('assurance');
  const { number } = useText();
  const { data: me } = useMe();
  const { data, error } = useRead(endpoints.people.accounts, {});
  const below = data?.accounts.filter(({ ial }) => ial < LOWEST_IDENTITY_LEVEL).length ?? 0;
  const mayRead = holdsRole(me, 'auditor', 'security');
  return (
    <Block id="signIn"
      state={below > 0 ? { tone: 'waits', says: t('block.signIn.below') } : { tone: 'done', says: t('block.signIn.twoFactors') }}
      facts={[
        t('block.signIn.method'),
        data ? t('block.signIn.levels', { all: number(data.accounts.length), proofed: number(data.accounts.length - below) }) : error ? t('block.signIn.unread') : t('ui:loading'),
      ]}
      open={below > 0 ? [{ to: '/accounts?ial=1', text: t('block.signIn.openBelow', { count: below, number: number(below) }) }] : []}
      links={[{ to: '/accounts', text: t('block.signIn.toAccounts') }, ...(mayRead ? [{ to: '/audit?type=session.signed-in', text: t('block.signIn.toSignIns') }, { to: '/audit?type=session.denied', text: t('block.signIn.toRefusals') }] : [])]} />
  );
}
