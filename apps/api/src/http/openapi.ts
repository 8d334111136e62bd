import { endpoints, problem } from '@suimon/contracts';
import type { Endpoint } from '@suimon/contracts';
import { z } from 'zod';

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): unknown => z.toJSONSchema(schema, { io, unrepresentable: 'any' });
const shapeOf = (schema: unknown): Record<string, z.ZodType> => (schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {});
const parameters = (schema: unknown, place: 'path' | 'query') => Object.entries(shapeOf(schema)).map(([name, type]) => ({ name, in: place, required: place === 'path' || !type.safeParse(undefined).success, schema: jsonSchema(type, 'input') }));

function operation(name: string, endpoint: Endpoint): Record<string, unknown> {
  const content = endpoint.response === 'stream' ? { 'application/octet-stream': {} } : endpoint.response === 'events' ? { 'text/event-stream': {} } : { 'application/json': { schema: jsonSchema(endpoint.response, 'output') } };
  const body = endpoint.body === 'stream' ? { 'application/octet-stream': {} } : endpoint.body ? { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } } : null;
  return {
    operationId: name, summary: endpoint.summary, tags: [endpoint.area], security: endpoint.isPublic ? [] : [{ session: [] }],
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')], ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: { 200: { description: 'Done', content }, default: { description: 'A refusal or failure (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
  };
}

/** The OpenAPI 3.1 document, made from the endpoint list and nothing else. */
export function openApiDocument(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [area, group] of Object.entries(endpoints)) {
    for (const [name, endpoint] of Object.entries(group) as [string, Endpoint][]) {
      const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(`${area}.${name}`, endpoint) };
    }
  }
  return { openapi: '3.1.0', info: { title: 'Suimon', version, license: { name: 'Apache-2.0' } }, paths, components: { schemas: { Problem: jsonSchema(problem, 'output') }, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'suimon' } } } };
}
