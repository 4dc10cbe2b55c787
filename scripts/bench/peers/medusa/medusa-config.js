// Medusa as its documentation begins: what has no entry here is the default.
const { randomUUID } = require('node:crypto');
const { defineConfig } = require('@medusajs/framework/utils');

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: 'http://localhost:8000',
      adminCors: 'http://localhost:9000',
      authCors: 'http://localhost:9000',
      jwtSecret: randomUUID(),
      cookieSecret: randomUUID(),
    },
  },
  admin: { disable: true },
});
