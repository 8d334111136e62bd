import type { JSX, ReactNode } from 'react';

interface Props { /** Also the anchor of the section. */ readonly id: string; readonly title: string; readonly lead?: string; readonly children: ReactNode }

/** A named part of a page that can be linked to. */
export const PageSection = ({ id, title, lead, children }: Props): JSX.Element => (
  <section id={id} tabIndex={-1} data-focus-target="" className="sui-stack" style={{ '--gap': '1rem' }} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {lead && <p>{lead}</p>}
    {children}
  </section>
);
