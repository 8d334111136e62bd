/** Lint rules of this product that no general rule expresses. Loaded by `.oxlintrc.json`; proved to bite by `fences.spec.ts`. */
const isClock = (node) => node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0;

/** The domain decides from what it is given: no clock is read, nothing is awaited, nothing is loaded later. */
const noClockOrWaiting = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node, message) => context.report({ node, message });
    const sync = (node) => { if (node.async) report(node, 'the domain waits for nothing'); };
    return {
      NewExpression: (node) => { if (isClock(node)) report(node, 'the domain reads no clock: `now` is in the context'); },
      CallExpression: (node) => { if (isClock(node)) report(node, 'the domain reads no clock: `now` is in the context'); },
      AwaitExpression: (node) => report(node, 'the domain waits for nothing'),
      ImportExpression: (node) => report(node, 'the domain loads nothing later'),
      FunctionDeclaration: sync,
      FunctionExpression: sync,
      ArrowFunctionExpression: sync,
    };
  },
};

export default { meta: { name: 'suimon' }, rules: { 'no-clock-or-waiting': noClockOrWaiting } };
