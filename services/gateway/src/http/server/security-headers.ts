import helmet from 'helmet';

/** Headers for every answer; pages may use nothing but this origin's own files, and no inline script. */
export const securityHeaders = (isProduction: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Without TLS in front, as in development, the header would lock a browser out.
    strictTransportSecurity: isProduction,
  });
