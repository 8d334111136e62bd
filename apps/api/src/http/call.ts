import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '@suimon/contracts';
import type { Actor, PersonActor } from '@suimon/domain';
import type { CommandCall, PersonRow } from '@suimon/use-cases';
import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';

/** Who sends a request: set by the authentication guard, read by everything after it. */
export interface Visitor { readonly person: (PersonRow & { readonly status: 'active' | 'suspended' }) | null; readonly actor: PersonActor; readonly sessionRef: string | null; readonly language: 'ja' | 'en' }

/** A parsed request. `call` is what a command needs; nothing in it was taken from the body. */
export interface Call<E> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly actor: Actor & PersonActor;
  readonly visitor: Visitor;
  readonly call: CommandCall;
  readonly request: Request;
  readonly response: Response;
}

declare module 'express' {
  // What the guard and the interceptor hang on a request.
  interface Request { suimon?: { requestId: string; visitor?: Visitor; endpoint?: Endpoint; call?: Call<Endpoint> } }
}

/** Nobody: reaches public endpoints only. */
export const ANONYMOUS: PersonActor = { kind: 'person', id: '', roles: [], organisationId: '', aal: 0, secondFactorAt: null };

/** The parsed call, as a controller's argument. */
export const Input = createParamDecorator((_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().suimon?.call);
