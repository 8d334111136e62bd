import type { JSX, ReactNode } from 'react';
import classes from './markdown-text.module.css';

/** `**bold**` only. Everything else stays the text it is: no HTML, no links. */
const inline = (text: string): ReactNode[] => text.split(/\*\*([^*]+)\*\*/).map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : part));
const BULLET = /^\s*[-*・]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;

function block(lines: readonly string[], key: number): JSX.Element {
  if (lines.every((line) => BULLET.test(line))) return <ul key={key}>{lines.map((line) => <li key={line}>{inline(line.replace(BULLET, ''))}</li>)}</ul>;
  if (lines.every((line) => NUMBER.test(line))) return <ol key={key}>{lines.map((line) => <li key={line}>{inline(line.replace(NUMBER, ''))}</li>)}</ol>;
  return <p key={key}>{lines.map((line, index) => <span key={index}>{index > 0 && <br />}{inline(line)}</span>)}</p>;
}

/** Lists and paragraphs of one stretch between blank lines: a list may follow its lead-in without a blank line. */
function stretches(text: string): string[][] {
  const groups: string[][] = [];
  let last = '';
  for (const line of text.trim().split('\n')) {
    const kind = line.trim() === '' ? '' : BULLET.test(line) ? 'bullet' : NUMBER.test(line) ? 'number' : 'text';
    const open = groups.at(-1);
    if (kind !== '' && kind === last && open) open.push(line);
    else if (kind !== '') groups.push([line]);
    last = kind;
  }
  return groups;
}

/** The safe subset of Markdown that policy texts use: paragraphs, lists, bold. */
export const MarkdownText = ({ text }: { text: string }): JSX.Element => <div className={classes.text}>{stretches(text).map((lines, index) => block(lines, index))}</div>;
