import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isJoined, memberOf } from '../projects/project.js';
import { everybody, system } from '../testing/people.js';
import type { Claim } from '../testing/properties.js';
import { advertisedIsAccepted, columnsAreTrue, finalsAreFinal, foldIsState, insist, onEvery, Reached, Walks } from '../testing/properties.js';
import { transferWorld } from '../testing/transfer.world.js';
import type { TransferJourney } from '../testing/transfers.js';
import { delivery, manifestOf, scanReport, sha, transferAt, verdictsOn } from '../testing/transfers.js';
import { attempt } from '../testing/walk.js';
import type { TransferInputs } from './commands.js';
import { transferWorkflow } from './commands.js';
import type { TransferEvent } from './events.js';
import { transferReactions } from './reactions.js';
import { approversOf } from './rules.js';
import { directionPolicy, outputsOf, REQUIRED_SCANNERS, SYSTEM_OWNED } from './state.js';
import type { Manifest, ScanVerdict, Transfer, TransferFacts, TransferStatus } from './state.js';

type TransferClaim = Claim<Transfer, TransferInputs, TransferFacts, TransferEvent>;
const everyWalk = new Walks(transferWorld, { runs: 500, maxSteps: 40 });
const walks = (...claims: readonly TransferClaim[]): void => everyWalk.hold(...claims);

const cleanEverywhere = (manifest: Manifest, verdicts: readonly ScanVerdict[]): boolean =>
  manifest.files.every((file) => REQUIRED_SCANNERS.every((scanner) => verdicts.some((verdict) => verdict.scanner === scanner && verdict.fileId === file.fileId && verdict.sha256 === file.sha256 && verdict.verdict === 'clean' && verdict.bytesSeen === file.sizeBytes)));
/** Events that the last attempt wrote. */
const news = (journey: TransferJourney, tried: { news: number } | null) => (tried && tried.news > 0 ? journey.events.slice(-tried.news) : []);

describe('on random walks of transfers', () => {
  test('I6: folding the events gives the state, and each command ends where its row says', () => {
    const reached = new Reached<Transfer, TransferInputs>();
    walks(foldIsState, columnsAreTrue, reached.note);
    expect(reached.missing(transferWorkflow)).toEqual([]);
  });

  test('I9: advertised commands are accepted commands, for everybody in every state', () => {
    walks(advertisedIsAccepted(transferWorld));
  });

  test('I2: a ticket stands on enough different independent stewards who each approved every output of this very manifest, none of them the requester', () => {
    walks((journey, tried) => {
      for (const event of news(journey, tried)) {
        if (event.type !== 'transfer.ticket-issued') continue;
        const { state, facts } = journey;
        insist(new Set(event.approvers).size === event.approvers.length && event.approvers.length >= directionPolicy(state, facts.policy).reviewers, 'too few different approvers');
        for (const approver of event.approvers) {
          insist(approver !== state.requesterId && memberOf(facts.project, approver) === undefined && facts.activeStewards.includes(approver), `${approver} may not approve`);
          const approvals = journey.events.filter((earlier) => earlier.type === 'transfer.file-voted' && earlier.reviewerId === approver && earlier.by === approver && earlier.manifestHash === event.manifestHash && earlier.vote === 'approve');
          for (const file of outputsOf(state)) insist(approvals.some((vote) => vote.type === 'transfer.file-voted' && vote.fileId === file.fileId && vote.sha256 === file.sha256), `${approver} never approved ${file.path}`);
        }
        insist(event.manifestHash === state.manifest?.hash, 'the ticket names another manifest');
      }
    });
  });

  test('I3: nothing is reviewed, approved or released without a clean and complete verdict of every required scanner on every file', () => {
    const gated: readonly TransferStatus[] = ['in_review', 'consolidating', 'approved', 'releasing', 'released', 'revoked', 'expired', 'rejected'];
    walks(({ state }) => {
      if (gated.includes(state.status)) insist(state.manifest !== null && cleanEverywhere(state.manifest, state.verdicts), `${state.status} without proof`);
    });
  });

  test('I1: a released transfer has a ticket for exactly the manifest it has', () => {
    walks(({ state }) => {
      if (['releasing', 'released', 'revoked', 'expired'].includes(state.status)) insist(state.ticket !== null && state.ticket.manifestHash === state.manifest?.hash, `${state.status} without its ticket`);
    });
  });

  test('I4: after submit the files change by nothing but the sealing itself, until the request is back with its requester', () => {
    const shape = (transfer: Transfer): string => JSON.stringify([transfer.form, transfer.excludedPaths, transfer.files.map(({ id, path, role, use, note }) => [id, path, role, use, note])]);
    walks(({ state }, tried) => {
      if (!tried || tried.denial || ['draft', 'returned'].includes(tried.before.status)) return;
      insist(shape(state) === shape(tried.before), `${tried.name} changed the request in ${tried.before.status}`);
      if (tried.name !== 'sealed') insist(JSON.stringify(state.files) === JSON.stringify(tried.before.files), `${tried.name} changed the bytes in ${tried.before.status}`);
    });
  });

  test('I5: approvals count for the round and manifest they were given on and for nothing else', () => {
    walks(({ state, facts }, tried) => {
      if (['draft', 'returned', 'sealing', 'scanning', 'withdrawn'].includes(state.status)) insist(approversOf(state, facts).length === 0, `approvals count in ${state.status}`);
      if (tried && !tried.denial && tried.name === 'submit') insist(state.round === tried.before.round + 1 && state.manifest === null && state.verdicts.length === 0, 'something of the last round is left');
    });
  });

  test('I8: a system-owned status has a deadline and the clock can end it; no other status has one', () => {
    walks((journey) => {
      const { status, deadlineAt } = journey.state;
      insist((SYSTEM_OWNED as readonly string[]).includes(status) === (deadlineAt !== null), `${status} ${deadlineAt ? 'has a deadline' : 'has no deadline'}`);
      if (deadlineAt !== null) insist(attempt(journey.fork().at(deadlineAt), 'timeOut', system('expirer'), {}).denial === null, `${status} cannot be ended`);
    });
  });

  test('I13: a final status is left by nothing, a released one only by revoking or expiring', () => {
    walks(finalsAreFinal, ({ state }, tried) => {
      if (tried?.before.status === 'released' && !tried.denial) insist(['download', 'revoke', 'expire'].includes(tried.name) && ['released', 'revoked', 'expired'].includes(state.status), `${tried.name} on a released transfer`);
    });
  });

  test('I15: a transfer is released only when what was delivered is every output of the ticket', () => {
    walks((journey, tried) => {
      if (tried?.name !== 'delivered' || tried.denial) return;
      insist(tried.before.status === 'releasing' && journey.state.status === 'released' && outputsOf(journey.state).length > 0, 'released without files');
    });
  });

  test('I16: supporting files are never voted and never downloaded', () => {
    walks((journey, tried) => {
      for (const event of news(journey, tried)) {
        if (event.type === 'transfer.file-voted' || event.type === 'transfer.downloaded') insist(journey.state.manifest?.files.some((file) => file.fileId === event.fileId && file.role === 'output') === true, `${event.type} of ${event.fileId}`);
      }
    });
  });

  test('I20: whatever ends, returns or leaves the airlock is followed by a job that wipes what is left', () => {
    walks(({ state, events }, tried) => {
      if (!tried || tried.denial || tried.before.status === state.status || !['returned', 'released', ...transferWorkflow.finals].includes(state.status)) return;
      const jobs = events.slice(-tried.news).flatMap((event) => transferReactions(event, state));
      insist(jobs.some((job) => job.job === 'wipe-transfer' && job.transferId === state.id && job.round === state.round), `${state.status} leaves its bytes`);
    });
  });

  test('I22: nothing is downloaded but by its requester, from a released export, before it expires', () => {
    walks((journey, tried) => {
      if (tried?.name !== 'download' || tried.denial) return;
      const { state, facts, now } = journey;
      insist(tried.before.status === 'released' && state.direction === 'export' && tried.actor.id === state.requesterId && isJoined(facts.project, tried.actor.id) && facts.requesterEntitled && now < (state.expiresAt ?? ''), 'a download that should not be');
    });
  });

  test('no person but an independent steward ever votes, reviews, returns, approves, rejects or undoes', () => {
    walks((journey, tried) => {
      if (!tried || tried.denial || !['vote', 'submitReview', 'sendBack', 'approve', 'reject', 'undo'].includes(tried.name)) return;
      const { actor } = tried;
      insist(actor.kind === 'person' && actor.aal >= 2 && actor.roles.includes('steward') && actor.id !== journey.state.requesterId && memberOf(journey.facts.project, actor.id) === undefined, `${tried.name} by ${actor.id}`);
    });
  });
});

describe('worker messages in any order, any number of times', () => {
  const result = fc.constantFrom('clean', 'clean', 'clean', 'infected', 'not_scanned', 'error' as const);
  const files = [{ path: 'a.csv' }, { path: 'b.csv' }, { path: 'notes.txt', role: 'supporting' }] as const;
  const scanning = transferAt('scanning', 'export', files);
  const many = verdictsOn(scanning.state).length;
  const deliver = (messages: readonly TransferInputs['scanned'][]): TransferJourney => {
    const journey = scanning.fork();
    messages.forEach((message) => attempt(journey, 'scanned', system('scanner'), message));
    return journey;
  };
  const single = (verdicts: TransferInputs['scanned']['verdicts']): readonly TransferInputs['scanned'][] => verdicts.map((verdict) => scanReport(scanning.state, [verdict]));

  test('I7: one truth about the bytes, told in pieces, twice and shuffled, ends where it ends when told at once', () => {
    onEvery([fc.array(result, { minLength: many, maxLength: many }), fc.array(fc.nat(many - 1), { maxLength: 6 }), fc.array(fc.nat(999), { minLength: many + 6, maxLength: many + 6 })], (results, again, order) => {
      const truth = verdictsOn(scanning.state).map((verdict, index) => ({ ...verdict, verdict: results[index] ?? 'clean', reason: results[index] ?? '' }));
      const pieces = [...single(truth), ...again.flatMap((index) => single(truth.slice(index, index + 1)))];
      const shuffled = pieces.map((piece, index) => ({ piece, key: order[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ piece }) => piece);
      expect(deliver(shuffled).state.status).toBe(deliver([scanReport(scanning.state, truth)]).state.status);
    });
  });

  test('I7: messages that contradict each other reach review only on proof, and where proof is missing, a lost message does not supply it', () => {
    onEvery([fc.array(fc.tuple(fc.nat(many - 1), result, fc.boolean()), { maxLength: 14 }), fc.nat(13)], (drawn, lost) => {
      const messages = drawn.map(([index, verdict, short]) => {
        const whole = verdictsOn(scanning.state)[index];
        return scanReport(scanning.state, whole ? [{ ...whole, verdict, reason: verdict, bytesSeen: short ? 0 : whole.bytesSeen }] : []);
      });
      const { state } = deliver(messages);
      if (state.status === 'in_review') insist(state.manifest !== null && cleanEverywhere(state.manifest, state.verdicts), 'in review without proof');
      const fewer = deliver(messages.filter((_message, index) => index !== lost)).state;
      if (state.status === 'scanning') expect(fewer.status).toBe('scanning');
    });
  });

  test('I7 and case 8: a message of an earlier round, of other bytes or of another ticket changes nothing in any status', () => {
    const late = (journey: TransferJourney): readonly [keyof TransferInputs, TransferInputs[keyof TransferInputs], 'sealer' | 'scanner' | 'releaser'][] => [
      ['sealed', { round: journey.state.round - 1, manifest: manifestOf(journey.state) }, 'sealer'],
      ['sealFailed', { round: journey.state.round - 1, code: 'file-gone', text: '' }, 'sealer'],
      ['scanned', { ...scanReport(journey.state), round: journey.state.round - 1 }, 'scanner'],
      ['scanned', { ...scanReport(journey.state), manifestHash: sha('foreign') }, 'scanner'],
      ['delivered', { ...delivery(journey.state), ticketId: 'foreign' }, 'releaser'],
      ['deliveryMismatch', { ticketId: 'foreign', text: '' }, 'releaser'],
    ];
    for (const status of transferWorkflow.statuses) {
      const journey = transferAt(status);
      for (const [name, input, actor] of late(journey)) {
        const { denial, before } = attempt(journey, name, system(actor), input);
        expect([status, name, denial === null, journey.state === before]).toEqual([status, name, false, true]);
      }
    }
  });

  test('I7: repeating any report after it was taken changes nothing', () => {
    for (const status of ['sealing', 'scanning', 'releasing'] as const) {
      const journey = transferAt(status);
      const call = { sealing: ['sealed', { round: journey.state.round, manifest: manifestOf(journey.state) }, system('sealer')], scanning: ['scanned', scanReport(journey.state), system('scanner')], releasing: ['delivered', delivery(journey.state), system('releaser')] } as const;
      const [name, input, actor] = call[status];
      expect(attempt(journey, name, actor, input).denial).toBeNull();
      expect(attempt(journey, name, actor, input).denial?.code).toBe('not-in-this-state');
    }
  });

  test('I14: of two submits of the same draft one is taken, by whomever', () => {
    const journey = transferAt('draft');
    const taken = everybody.flatMap((actor) => [attempt(journey, 'submit', actor, {}), attempt(journey, 'submit', actor, {})]).filter(({ denial }) => denial === null);
    expect(taken).toHaveLength(1);
    expect(journey.story().filter((type) => type === 'transfer.submitted')).toHaveLength(1);
  });
});
