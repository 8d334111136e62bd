import type { JSX } from 'react';
import { CommunicationBlock } from './block-communication.js';
import { EmergencyBlock } from './block-emergency.js';
import { LogsBlock } from './block-logs.js';
import { MeasuresBlock } from './block-measures.js';
import { SignInBlock } from './block-sign-in.js';
import type { Overview } from './overview.js';
import classes from './assurance.module.css';

/** The five blocks in which the security of a secondary-use platform is managed (R223), with what is live and what is not shown. */
export const SecurityOverview = ({ overview }: { overview: Overview }): JSX.Element => (
  <div className={classes.blocks}>
    <LogsBlock />
    <MeasuresBlock overview={overview} />
    <EmergencyBlock overview={overview} />
    <SignInBlock />
    <CommunicationBlock overview={overview} />
  </div>
);
