import { Radio } from '@mantine/core';
import { endpoints } from '@suimon/contracts';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent, JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../lib/api.js';
import { readKey, useCommand } from '../../lib/queries.js';
import { signInHref, signedIn, useMe } from '../../lib/session.js';
import { PlainButton, PlainButtonLink } from '../../ui/plain-button.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useBasket } from './basket.js';

/** Turns the basket into a draft. By default no column is chosen: asking only for what is needed is the rule. */
export function BasketApply({ slugs }: { slugs: readonly string[] }): JSX.Element {
  const { t } = useTranslation('catalogue');
  const { data: me } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { clear } = useBasket();
  const create = useCommand(endpoints.applications.create);
  const [columns, setColumns] = useState('later');
  const [failure, setFailure] = useState<unknown>(null);
  const apply = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    try {
      const datasets = await Promise.all(slugs.map((slug) => client.ensureQueryData({ queryKey: readKey(endpoints.catalogue.dataset, { params: { slug } }), queryFn: () => call(endpoints.catalogue.dataset, { params: { slug } }) })));
      const chosen = datasets.map(({ slug, version, items }) => ({ slug, version, items: columns === 'all' ? items.map((item) => `${item.table}.${item.name}`) : [] }));
      const draft = await create.mutateAsync({ body: { proposal: { datasets: chosen } } });
      await navigate(`/applications/${draft.id}`);
      clear();
    } catch (error) {
      setFailure(error);
    }
  };
  if (me && !signedIn(me)) {
    return <section className="sui-stack" style={{ '--gap': '0.75rem' }}><p>{t('basket.signInFirst')}</p><div><PlainButtonLink to={signInHref('/basket')}>{t('basket.signIn')}</PlainButtonLink></div></section>;
  }
  return (
    <form className="sui-stack" style={{ '--gap': '1rem' }} onSubmit={(event) => void apply(event)}>
      <Radio.Group label={t('basket.columns.label')} description={t('basket.columns.help')} value={columns} onChange={setColumns}>
        <Radio value="later" label={t('basket.columns.later')} />
        <Radio value="all" label={t('basket.columns.all')} />
      </Radio.Group>
      {failure !== null && <ProblemNotice error={failure} workIsSafe={t('basket.kept')} />}
      <div><PlainButton type="submit" busy={create.isPending}>{t('basket.apply')}</PlainButton></div>
    </form>
  );
}
