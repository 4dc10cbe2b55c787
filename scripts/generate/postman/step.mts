// One request of the collection, and what its test scripts are made of.

/** One request of the collection: an operation of the document with values that fit a running system. */
export interface Step {
  /** As `post /api/order`. */
  operation: string;
  name?: string;
  body?: object;
  /** A body that is not JSON, with its type among the headers. */
  text?: string;
  headers?: Record<string, string>;
  query?: Record<string, string>;
  pathVariables?: Record<string, string>;
  /** The token that it is sent with; none by default. */
  token?: '{{token}}' | '{{adminToken}}';
  before?: string[];
  /** Lines of a test script, run one after the other. */
  expect: string[];
}

export const status = (code: number) => `pm.test('answers ${code}', () => pm.response.to.have.status(${code}));`;
export const keep = (name: string, from: string) => `pm.collectionVariables.set('${name}', pm.response.json().${from});`;
export const holds = (what: string, condition: string) => `pm.test('${what}', () => pm.expect(${condition}).to.be.true);`;

export const ofBuyer = { token: '{{token}}' } as const;

// Without the variable adminToken the buyer's token is sent, which must be refused.
export const asAdmin = { token: '{{adminToken}}' } as const;
export const beforeAdmin = [
  "if (!pm.variables.get('adminToken')) pm.variables.set('adminToken', pm.collectionVariables.get('token'));",
];
export const forAdmins = (code: number) =>
  `const isAdmin = pm.variables.get('adminToken') !== pm.collectionVariables.get('token');\n` +
  `const expected = isAdmin ? ${code} : 403;\n` +
  `pm.test('answers ' + expected, () => pm.response.to.have.status(expected));`;
export const ofAdmin = { ...asAdmin, before: beforeAdmin };
