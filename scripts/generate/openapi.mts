// The OpenAPI document of the built gateway, for what is generated from it.
/** Reads the OpenAPI document out of the built gateway, as it serves it. */
export async function openApiDocument(): Promise<object> {
  const built = '../../services/gateway/dist/http';
  const { createRoutes } = (await import(`${built}/routes.js`)) as { createRoutes: (needs: object) => object[] };
  const { createOpenApiDocument } = (await import(`${built}/server/openapi-document.js`)) as {
    createOpenApiDocument: (routes: object[]) => object;
  };
  // The document is made of the definitions alone; what they call is never called.
  return createOpenApiDocument(
    createRoutes({ accounts: {}, orders: {}, products: {}, administration: {}, development: {} }),
  );
}
