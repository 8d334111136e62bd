import { Button, NativeSelect } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../lib/queries.js';
import classes from './airlock.module.css';

/** How a request begins: an import here, an export inside the workspace. Nothing for who takes part in no project. */
export function StartTransfer(): JSX.Element | null {
  const { t } = useTranslation('airlock');
  const { data } = useRead(endpoints.projects.list, {});
  const open = (data?.items ?? []).filter(({ myStatus, inForce }) => myStatus === 'joined' && inForce);
  const [chosen, setChosen] = useState('');
  const project = open.find(({ id }) => id === chosen) ?? open[0];
  if (!project) return null;
  return (
    <div className={classes.start}>
      <div className={classes.filters}>
        {open.length > 1 && <NativeSelect label={t('start.project')} data={open.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))} value={project.id} onChange={(event) => setChosen(event.currentTarget.value)} />}
        <Button component={Link} to={`/projects/${project.id}/imports/new`}>{t('start.import')}</Button>
      </div>
      <p className="sui-quiet">{t('start.export')}</p>
    </div>
  );
}
