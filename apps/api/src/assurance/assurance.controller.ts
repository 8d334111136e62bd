import { endpoints } from '@suimon/contracts';
import type { ResponseOf } from '@suimon/contracts';
import { Denial, hasRole } from '@suimon/domain';
import { Controller, Inject } from '@nestjs/common';
import type { RecordQueries } from '@suimon/persistence';
import { Input } from '../http/call.js';
import type { Call } from '../http/call.js';
import { Serves } from '../http/endpoint.decorator.js';
import type { HealthChecks } from './health-checks.js';

const { health, overview, site } = endpoints.audit;
export interface AssuranceParts { health: HealthChecks; records: RecordQueries; isDemo: boolean; version: string }

@Controller()
export class AssuranceController {
  constructor(@Inject('assurance') private readonly parts: AssuranceParts) {}

  /** For load balancers: red when what this process itself needs does not answer. */
  @Serves(health)
  async health(): Promise<ResponseOf<typeof health>> {
    const services = await this.parts.health.own();
    return { ok: services.every((service) => service.ok), services };
  }
  @Serves(site)
  site(): ResponseOf<typeof site> { return { name: { ja: '水門', en: 'Suimon' }, version: this.parts.version, demo: this.parts.isDemo }; }
  @Serves(overview)
  async overview(@Input() { actor }: Call<typeof overview>): Promise<ResponseOf<typeof overview>> {
    if (!hasRole(actor, 'operator', 'security', 'auditor')) throw new Denial('access', 'not-permitted');
    return { services: [...(await this.parts.health.own()), ...(await this.parts.health.others())], jobs: await this.parts.records.jobs(), counts: [...(await this.parts.records.counts())] };
  }
}
