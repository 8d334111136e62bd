import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuditQueries, CatalogueQueries, PeopleQueries, PostgresUnitOfWork, RecordQueries } from '@suimon/persistence';
import { randomIds, systemClock } from '@suimon/platform';
import type { ChangeFeed, Environment, Logger } from '@suimon/platform';
import { ApplicationCommands, CommandRunner, ProjectCommands, TransferCommands, WorkspaceCommands } from '@suimon/use-cases';
import type { FileVault, PolicySource } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';
import { AirlockController } from './airlock/airlock.controller.js';
import type { AirlockParts } from './airlock/airlock.controller.js';
import { TransferBytes } from './airlock/transfer-bytes.js';
import { ApplicationsController } from './applications/applications.controller.js';
import type { ApplicationParts } from './applications/applications.controller.js';
import { AssuranceController } from './assurance/assurance.controller.js';
import type { AssuranceParts } from './assurance/assurance.controller.js';
import { HealthChecks } from './assurance/health-checks.js';
import { AuditController } from './audit/audit.controller.js';
import type { AuditParts } from './audit/audit.controller.js';
import { ChangeStream } from './audit/change-stream.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import type { CatalogueParts } from './catalogue/catalogue.controller.js';
import { AccessLog } from './http/access-log.js';
import { AuthenticationGuard } from './http/authentication.guard.js';
import { CallInterceptor } from './http/call.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { FieldCipher } from './people/field-cipher.js';
import { Inbox } from './people/inbox.js';
import { PasswordStrategy } from './people/password.strategy.js';
import { PeopleController } from './people/people.controller.js';
import type { PeopleParts } from './people/people.controller.js';
import { SignIn } from './people/sign-in.js';
import { ProjectsController } from './projects/projects.controller.js';
import type { ProjectParts } from './projects/projects.controller.js';
import { DesktopTickets } from './workspaces/desktop-tickets.js';
import { WorkspacesController } from './workspaces/workspaces.controller.js';
import type { WorkspaceParts } from './workspaces/workspaces.controller.js';

export interface ApiParts { readonly environment: Environment<'api'>; readonly dataSource: DataSource; readonly policy: PolicySource; readonly vault: FileVault; readonly feed: ChangeFeed; readonly logger: Logger; readonly version: string }

@Module({})
export class AppModule {
  static from({ environment, dataSource, policy, vault, feed, logger, version }: ApiParts): DynamicModule {
    const clock = systemClock;
    const ids = randomIds;
    const unitOfWork = new PostgresUnitOfWork(dataSource);
    const runner = new CommandRunner(unitOfWork, clock);
    const people = new PeopleQueries(dataSource);
    const catalogue = new CatalogueQueries(dataSource);
    const records = new RecordQueries(dataSource);
    const accessLog = new AccessLog(unitOfWork, clock);
    const signIn = new SignIn(people, new FieldCipher(environment.SUIMON_FIELD_KEY), clock);
    const inbox = new Inbox(records, unitOfWork, runner, policy, clock);
    const projects = new ProjectCommands(runner, unitOfWork, ids, policy);
    const transfers = new TransferCommands(runner, unitOfWork, clock, ids, policy);
    return {
      module: AppModule,
      controllers: [PeopleController, CatalogueController, ApplicationsController, ProjectsController, WorkspacesController, AirlockController, AuditController, AssuranceController],
      providers: [
        // One bundle of parts a controller: the wiring of the whole API is readable in this one file.
        { provide: 'people', useValue: { people, runner, unitOfWork, policy, clock, signIn, accessLog, inbox } satisfies PeopleParts },
        { provide: 'catalogue', useValue: { catalogue, people, records } satisfies CatalogueParts },
        { provide: 'applications', useValue: { commands: new ApplicationCommands(runner, unitOfWork, ids, policy), records, people, catalogue } satisfies ApplicationParts },
        { provide: 'projects', useValue: { commands: projects, records, people, catalogue, clock } satisfies ProjectParts },
        { provide: 'workspaces', useValue: { commands: new WorkspaceCommands(runner, unitOfWork, clock, ids, policy), projects, runner, unitOfWork, records, people, policy, clock, tickets: new DesktopTickets(dataSource), accessLog, gatewayUrl: environment.SUIMON_GATEWAY_URL } satisfies WorkspaceParts },
        { provide: 'airlock', useValue: { commands: transfers, unitOfWork, records, people, bytes: new TransferBytes(transfers, vault, ids, accessLog) } satisfies AirlockParts },
        { provide: 'audit', useValue: { audit: new AuditQueries(dataSource), records, people, dataSource, clock, accessLog, changes: new ChangeStream(feed, records, people) } satisfies AuditParts },
        { provide: 'assurance', useValue: { health: new HealthChecks(dataSource, vault), records, isDemo: environment.SUIMON_DEMO === '1', version } satisfies AssuranceParts },
        { provide: SignIn, useValue: signIn },
        PasswordStrategy,
        { provide: APP_GUARD, useValue: new AuthenticationGuard(people, environment.SUIMON_BASE_URL) },
        { provide: APP_INTERCEPTOR, useValue: new CallInterceptor(dataSource) },
        { provide: APP_FILTER, useValue: new ProblemFilter(logger, accessLog) },
      ],
    };
  }
}
