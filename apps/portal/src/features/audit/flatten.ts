/** A value of the log as names and texts: `manifest.files[0].path`. Empty lists and objects keep their place. */
export function flatten(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return path === '' ? [] : [[path, String(value)]];
  const inner = Array.isArray(value)
    ? value.flatMap((entry: unknown, index) => flatten(entry, `${path}[${index}]`))
    : Object.entries(value).flatMap(([name, entry]) => flatten(entry, path === '' ? name : `${path}.${name}`));
  return inner.length > 0 || path === '' ? inner : [[path, Array.isArray(value) ? '[]' : '{}']];
}
