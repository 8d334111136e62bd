import { endpoints } from '@suimon/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.js';
import { useText } from '../../lib/text.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Whether a text can be the id of a person or record. */
export const isUuid = (text: string): boolean => UUID.test(text);
/** The first block of an id: enough to tell records of one page apart. */
export const shortId = (id: string): string => (isUuid(id) ? id.slice(0, 8) : id);

export interface Names {
  person(id: string): string;
  /** Name of an actor as the log gives it: a person, or a part of the system. */
  actor(actor: { readonly id: string; readonly displayName: { readonly ja: string; readonly en: string } }): string;
  /** Project number, dataset name, person, or the start of the id. */
  record(kind: string, id: string): string;
  /** The record with its kind, to stand in a sentence. */
  recordWithKind(kind: string, id: string): string;
}

/** Names for the ids in the log. Without an answer of the two lists the ids themselves stand, so the log never waits for them. */
export function useNames(): Names {
  const { t, i18n } = useTranslation('events');
  const { local } = useText();
  const accounts = useRead(endpoints.people.accounts, {}).data;
  const projects = useRead(endpoints.projects.list, {}).data;
  return useMemo(() => {
    const people = new Map(accounts?.accounts.map(({ id, displayName }) => [id, local(displayName)]));
    const numbers = new Map(projects?.items.map(({ id, number }) => [id, number]));
    const system = (id: string): string | null => {
      const key = `events:system.${id.replace(/^system:/, '')}`;
      return id.startsWith('system:') && i18n.exists(key) ? i18n.t(key) : null;
    };
    const person = (id: string): string => people.get(id) ?? system(id) ?? shortId(id);
    const record = (kind: string, id: string): string => (kind === 'standing' || kind === 'session' ? person(id) : kind === 'project' ? numbers.get(id) ?? shortId(id) : shortId(id));
    return {
      person, record,
      actor: ({ id, displayName }) => system(id) ?? local(displayName),
      recordWithKind: (kind, id) => t(i18n.exists(`events:record.${kind}`) ? `record.${kind}` : 'record.other', { name: record(kind, id) }),
    };
  }, [accounts, projects, local, t, i18n]);
}
