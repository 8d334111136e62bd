/** Address of the log of one record, and of nothing else. */
export const followRecord = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `/audit?${new URLSearchParams({ kind, streamId: id }).toString()}`;
/** Address of all that one person did or was named in. A part of the system is found by its words. */
export const followPerson = (id: string): string => `/audit?${new URLSearchParams(id.startsWith('system:') ? { q: id } : { personId: id }).toString()}`;
