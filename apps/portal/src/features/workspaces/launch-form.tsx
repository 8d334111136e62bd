import { Button, Checkbox, Radio } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { LaunchView } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../lib/problem-error.js';
import { useCommand } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PageSection } from '../projects/page-section.js';
import classes from './workspaces.module.css';

/** What a size is good for, in plain words. */
const sizeWords = (memoryMiB: number): 'small' | 'medium' | 'large' => (memoryMiB <= 2048 ? 'small' : memoryMiB <= 8192 ? 'medium' : 'large');

/** Size of the workspace, declaration of place, start. The place is declared at each launch (R067, R068). */
export function LaunchForm({ launch, projectId }: { launch: LaunchView; projectId: string }): JSX.Element {
  const { t } = useTranslation('workspaces');
  const { local, denial } = useText();
  const start = useCommand(endpoints.workspaces.start);
  const before = launch.profiles.find(({ id }) => id === launch.workspace?.profileId);
  const [profileId, setProfileId] = useState(before?.id ?? launch.profiles[0]?.id ?? '');
  const [placeDeclared, setPlaceDeclared] = useState(false);
  const placeRefused = codeOf(start.error) === 'place-not-declared' && !placeDeclared;
  const again = launch.workspace?.status === 'failed';
  return (
    <PageSection id="start" title={t('form.title')}>
      <form className="sui-stack" style={{ '--gap': '1.5rem' }} noValidate onSubmit={(event) => { event.preventDefault(); if (launch.open) start.mutate({ params: { id: projectId }, body: { profileId, placeDeclared } }); }}>
        <Radio.Group label={t('form.size')} description={t('form.sizeHelp')} value={profileId} onChange={setProfileId}>
          <div className={classes.profiles}>
            {launch.profiles.map(({ id, label, memoryMiB }) => <Radio key={id} value={id} label={local(label)} description={t(`form.sizeFor.${sizeWords(memoryMiB)}`)} />)}
          </div>
        </Radio.Group>
        <fieldset className={classes.place}>
          <legend>{t('form.place')}</legend>
          <ul><li>{t('form.placeApproved')}</li><li>{t('form.placeNetwork')}</li><li>{t('form.placeScreen')}</li></ul>
          <Checkbox label={t('form.placeDeclare')} checked={placeDeclared} onChange={(event) => setPlaceDeclared(event.currentTarget.checked)} error={placeRefused ? denial('place-not-declared').next : undefined} />
        </fieldset>
        {start.error && !placeRefused && codeOf(start.error) !== 'place-not-declared' && <ProblemNotice error={start.error} />}
        <div className="sui-stack" style={{ '--gap': '0.375rem' }}>
          <div><Button type="submit" loading={start.isPending} aria-disabled={!launch.open} {...(launch.open ? {} : { 'aria-describedby': 'start-refused' })}>{again ? t('form.again') : t('form.start')}</Button></div>
          {!launch.open && <p id="start-refused" className="sui-quiet">{denial('launch-gate-closed').says} {t('form.seeAbove')}</p>}
        </div>
      </form>
    </PageSection>
  );
}
