// Who may import whom. The numbers are those of the architecture: only downward.
const levels = [
  ['errors', 'identity', 'processes', 'config', 'spine'],
  ['contracts', 'statistics'],
  ['store', 'models', 'imaging', 'xml'],
  [
    ...['sources', 'extraction', 'deidentification', 'curation', 'generation', 'review'],
    ...['release', 'benchmark', 'curriculum', 'consult'],
  ],
  ['api', 'worker'],
  ['cli'],
];

const folder = names => `^src/(${names.join('|')})/`;
const upward = levels.flatMap((names, level) => {
  const above = levels.slice(level + 1).flat();
  if (above.length === 0) return [];
  return {
    name: `level-${level}-imports-upward`,
    severity: 'error',
    comment: `${names.join(', ')} may import only what stands below them`,
    from: { path: folder(names) },
    to: { path: `${folder(above)}|^(recipes|web|tests|bench)/` },
  };
});

const domains = levels[3];
const strangers = domains.map(name => ({
  name: `${name}-meets-no-other-domain`,
  severity: 'error',
  comment: 'domains meet through contracts and rows, never by import',
  from: { path: folder([name]) },
  to: { path: folder(domains.filter(other => other !== name)) },
}));
const frontDoors = [...domains, 'store', 'models', 'api', 'worker'].map(name => ({
  name: `${name}-by-the-front-door`,
  severity: 'error',
  comment: 'entered by its index.ts only',
  from: { path: '^(src|recipes|web)/', pathNot: folder([name]) },
  // The simulator stands by itself: who starts it needs nothing of the door.
  to: { path: folder([name]), pathNot: `^src/${name}/(simulator/)?index\\.ts$` },
}));

module.exports = {
  forbidden: [
    ...upward,
    ...strangers,
    ...frontDoors,
    {
      name: 'pure-stays-pure',
      severity: 'error',
      comment: 'spine, contracts, statistics and imaging/geometry run in the browser',
      from: { path: '^src/(spine|contracts|statistics|imaging/geometry)/' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional'],
        pathNot: '^node_modules/(zod|@stdlib)/',
      },
    },
    {
      name: 'sql-in-the-store-alone',
      severity: 'error',
      from: { path: '^(src|recipes)/', pathNot: '^src/store/' },
      to: { path: '^node_modules/(pg|pg-copy-streams|graphile-worker)/' },
    },
    {
      name: 'outside-by-few-doors',
      severity: 'error',
      comment: 'requests leave through models, sources and the blob store',
      from: { path: '^(src|recipes)/', pathNot: '^src/(models|sources|store/blobs)/' },
      to: { path: '^node_modules/(@aws-sdk|@ai-sdk|undici)/' },
    },
    {
      name: 'web-imports-what-is-pure',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(src|recipes)/', pathNot: '^src/(contracts|spine|statistics)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'what nothing imports goes',
      from: {
        orphan: true,
        // What tests alone import is left out above, and so seems to be nobody's.
        pathNot: ['\\.d\\.ts$', '^web/src/main', '/testing/'],
      },
      to: {},
    },
  ],
  options: {
    // Tests, and what makes arbitrary values for them, may look sideways; what ships may not.
    exclude: { path: ['\\.test\\.tsx?$', '/arbitrary-[^/]+\\.ts$'] },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
