import { describe, expect, test } from '@jest/globals';
import { applicationWorld } from '../testing/application.world.js';
import { advertisedIsAccepted, columnsAreTrue, finalsAreFinal, foldIsState, insist, Reached, Walks } from '../testing/properties.js';
import type { ApplicationInputs } from './commands.js';
import { applicationWorkflow } from './commands.js';
import { carried, countedVotes, isOfTheTeam } from './rules.js';
import type { Application } from './state.js';

describe('on random walks of applications', () => {
  const walks = new Walks(applicationWorld, { runs: 400, maxSteps: 40 });

  test('I6: folding the events gives the state, and each command ends where its row says', () => {
    const reached = new Reached<Application, ApplicationInputs>();
    walks.hold(foldIsState, columnsAreTrue, reached.note);
    expect(reached.missing(applicationWorkflow)).toEqual([]);
  });

  test('I9: advertised commands are accepted commands, for everybody in every state', () => {
    walks.hold(advertisedIsAccepted(applicationWorld));
  });

  test('I13: a final status is left by nothing', () => {
    walks.hold(finalsAreFinal);
  });

  test('nobody of the applying team ever votes, judges, screens or decides', () => {
    walks.hold(({ state }, tried) => {
      if (!tried || tried.denial || ['edit', 'submit', 'withdraw', 'projectOpened'].includes(tried.name)) return;
      insist(!isOfTheTeam(state, tried.actor.id), `${tried.name} by ${tried.actor.id} of the team`);
    });
  });

  test('a member votes at most once in a round, after judging every item, never with a conflict', () => {
    walks.hold(({ state, facts }, tried) => {
      insist(new Set(state.votes.map(({ memberId }) => memberId)).size === state.votes.length, 'a second vote');
      if (tried?.name !== 'vote' || tried.denial) return;
      const { id } = tried.actor;
      insist(state.interests.some((interest) => interest.memberId === id && !interest.conflicted), 'a vote without a declaration');
      insist(facts.committeePolicy.items.every((item) => state.judgements.some((judgement) => judgement.memberId === id && judgement.itemId === item.id)), 'a vote without judgements');
    });
  });

  test('a decision follows the counted votes, and an approval ends after the day it is given', () => {
    walks.hold(({ state, facts, now }, tried) => {
      if (tried?.name !== 'decide' || tried.denial) return;
      insist(countedVotes(tried.before, facts).length >= facts.committeePolicy.quorum, 'a decision below the quorum');
      insist((state.status === 'approved') === carried(tried.before, facts), 'a decision against the votes');
      if (state.status === 'approved') insist((state.decision?.endsOn ?? '') > now.slice(0, 10), 'an approval that is over already');
    });
  });

  test('each submission is kept as it was, one for each round, and what was decided on it starts anew', () => {
    walks.hold(({ state }, tried) => {
      insist(state.submissions.length === state.round && state.submissions.every(({ round }, index) => round === index + 1), 'rounds and submissions differ');
      if (tried?.name === 'submit' && !tried.denial) insist(state.votes.length + state.judgements.length + state.interests.length + state.committee.length === 0, 'something of the last round is left');
      if (!['draft', 'returned', 'withdrawn'].includes(state.status)) insist(JSON.stringify(state.submissions.at(-1)?.proposal) === JSON.stringify(state.proposal), 'the proposal under review is not the one submitted');
    });
  });
});
