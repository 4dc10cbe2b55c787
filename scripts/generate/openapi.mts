/** The OpenAPI document of the built gateway. */
export async function openApiDocument(): Promise<object> {
  const built = '../../services/gateway/dist/compose.js';
  const { composeGateway } = (await import(built)) as { composeGateway: (adapters: object) => { document: object } };
  const off = { RATE_LIMIT_SIGN_IN: 0, RATE_LIMIT_SIGN_IN_CLIENT: 0, RATE_LIMIT_REGISTER: 0, RATE_LIMIT_ORDERS: 0 };
  // The document is derived from the definitions of the routes; their adapters are never used.
  const config = { ...off, CORS_ORIGINS: [], TRACE_VIEWER_URL: '' };
  return composeGateway({ config, auth: {}, monotonicMs: () => 0 }).document;
}
