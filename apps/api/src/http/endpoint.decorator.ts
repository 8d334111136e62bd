import type { Endpoint } from '@suimon/contracts';
import { applyDecorators, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';

export const ENDPOINT = 'suimon:endpoint';
const METHODS = { GET: RequestMethod.GET, POST: RequestMethod.POST, PATCH: RequestMethod.PATCH, DELETE: RequestMethod.DELETE } as const;

/** Routes a handler by its line in the endpoint list. There is no other way to add a route. */
export const Serves = <P, Q, B, R>(endpoint: Endpoint<P, Q, B, R>) => applyDecorators(RequestMapping({ path: endpoint.path, method: METHODS[endpoint.method] }), SetMetadata(ENDPOINT, endpoint));
