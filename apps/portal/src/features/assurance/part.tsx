import type { JSX, ReactNode } from 'react';

/** A named part of the page that can be linked to. */
export const Part = ({ id, title, lead, children }: { readonly id: string; readonly title: string; readonly lead: string; readonly children: ReactNode }): JSX.Element => (
  <section id={id} tabIndex={-1} data-focus-target="" className="sui-stack" style={{ '--gap': '1rem' }} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <p>{lead}</p>
    {children}
  </section>
);
