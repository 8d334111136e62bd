import { describe, expect, test } from '@jest/globals';
import { endpoints } from '@suimon/contracts';
import type { Endpoint } from '@suimon/contracts';
import { openApiDocument } from './openapi.js';

interface Operation { operationId: string; security: unknown[]; parameters: { name: string; in: string }[]; requestBody?: { content: Record<string, unknown> }; responses: Record<string, { content: Record<string, unknown> }> }
const document = openApiDocument('1.2.3') as { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, unknown> } };
const all = Object.entries(endpoints).flatMap(([area, group]) => Object.entries(group as Record<string, Endpoint>).map(([name, endpoint]) => ({ id: `${area}.${name}`, endpoint })));
const operationOf = ({ id, endpoint }: (typeof all)[number]): Operation => {
  const operation = document.paths[`/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`]?.[endpoint.method.toLowerCase()];
  if (!operation) throw new Error(`${id} is not in the document`);
  return operation;
};

describe('the OpenAPI document', () => {
  test('has one operation for each endpoint, and no other', () => {
    expect(Object.values(document.paths).flatMap((path) => Object.values(path)).map((operation) => operation.operationId).sort()).toEqual(all.map(({ id }) => id).sort());
  });
  test('names every path parameter that a path has', () => {
    for (const entry of all) expect(operationOf(entry).parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name).sort()).toEqual([...entry.endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]).sort());
  });
  test('asks for a session wherever the endpoint is not public', () => {
    for (const entry of all) expect(operationOf(entry).security).toHaveLength(entry.endpoint.isPublic ? 0 : 1);
  });
  test('describes every body and answer, and refers to nothing that is not there', () => {
    for (const entry of all) expect(Object.keys(operationOf(entry).responses)).toEqual(['200', 'default']);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
    expect(references.every((name) => name in document.components.schemas)).toBe(true);
  });
});
