import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../lib/i18n.js';
import { App } from './app.js';
import '@mantine/core/styles.layer.css';
import './theme/tokens.css';
import './theme/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await startI18n();
createRoot(root).render(<StrictMode><App /></StrictMode>);
// The font's list of subsets is long: loaded after the first paint, it never holds the page up.
void import('./theme/fonts.js');
