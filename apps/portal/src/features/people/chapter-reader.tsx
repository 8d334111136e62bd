import type { Preparation } from '@suimon/contracts';
import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../lib/text.js';
import { PlainButtonLink } from '../../ui/plain-button.js';
import { MarkdownText } from '../../ui/markdown-text.js';
import classes from './people.module.css';

type Chapter = Preparation['training'][number]['chapters'][number];

/** One chapter at a time, with all of them in reach. */
export function ChapterReader({ chapters, part }: { chapters: readonly Chapter[]; part: number }): JSX.Element {
  const { t } = useTranslation('people');
  const { local } = useText();
  const index = Math.min(Math.max(1, Math.trunc(part) || 1), chapters.length);
  const chapter = chapters[index - 1];
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(index);
  // Going to another chapter moves the reading point there; opening the page does not.
  useEffect(() => {
    if (shown.current === index) return;
    shown.current = index;
    heading.current?.focus();
  }, [index]);
  return (
    <div className={classes.reader}>
      <nav aria-label={t('training.chapters')} className={classes.chapters}>
        <ol>
          {chapters.map(({ heading: name }, at) => <li key={name.en}><Link to={`?part=${at + 1}`} preventScrollReset aria-current={at + 1 === index ? 'page' : undefined}>{local(name)}</Link></li>)}
          <li><Link to="?part=quiz">{t('training.quiz')}</Link></li>
        </ol>
      </nav>
      {chapter && (
        <article className="sui-stack" style={{ '--gap': '1.25rem' }}>
          <h2 ref={heading} tabIndex={-1} data-focus-target="">{local(chapter.heading)}</h2>
          <MarkdownText text={local(chapter.body)} />
          <div className="sui-row">
            {index < chapters.length ? <PlainButtonLink to={`?part=${index + 1}`} preventScrollReset>{t('training.next')}</PlainButtonLink> : <PlainButtonLink to="?part=quiz">{t('training.toQuiz')}</PlainButtonLink>}
            {index > 1 && <PlainButtonLink look="outline" to={`?part=${index - 1}`} preventScrollReset>{t('training.previous')}</PlainButtonLink>}
            <span className="sui-quiet">{t('training.chapterOf', { chapter: index, chapters: chapters.length })}</span>
          </div>
        </article>
      )}
    </div>
  );
}
