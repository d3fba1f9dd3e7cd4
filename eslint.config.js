import tseslint from 'typescript-eslint';

/** Who may import whom: for each folder of src, the folders that it must not know. */
const forbidden = {
  model: ['plan', 'schema', 'query', 'store', 'loader', 'resolvers', 'server'],
  plan: ['schema', 'query', 'store', 'loader', 'resolvers', 'server'],
  schema: ['plan', 'query', 'store', 'loader', 'resolvers', 'server'],
  query: ['schema', 'store/memory', 'store/neo4j', 'loader', 'resolvers', 'server'],
  store: ['schema', 'query', 'loader', 'resolvers', 'server'],
  resolvers: ['schema', 'store', 'loader', 'server'],
};

/** A foreign library has one home. */
const homes = {
  'type-graphql': ['model', 'resolvers'],
  'neo4j-driver': ['store'],
  '@apollo/server': ['server'],
  hono: ['server'],
  yaml: ['loader'],
};

const folders = ['model', 'plan', 'schema', 'query', 'store', 'loader', 'resolvers', 'server'];

const arrows = folders.map((folder) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(forbidden[folder] ?? []).map((other) => ({
            group: [`**/${other}/**`],
            message: `src/${folder} must not know src/${other}: see docs/tour.md.`,
          })),
          ...Object.entries(homes)
            .filter(([, home]) => !home.includes(folder))
            .map(([library, home]) => ({
              group: [library, `${library}/**`],
              message: `${library} is used in src/${home.join(' and src/')} only.`,
            })),
          { group: ['graphql/*'], message: 'A sub-path brings a second copy of graphql: import from graphql.' },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'tests/tmp/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-console': ['error', { allow: ['error', 'log'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // Tests walk answers, whose types only the question knows.
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  ...arrows,
);
