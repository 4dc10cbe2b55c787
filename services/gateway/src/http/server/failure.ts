import { z } from 'zod';

/** What every failure looks like. */
export const failure = z
  .object({
    success: z.literal(false),
    message: z.string().meta({ description: 'One sentence for people.' }),
    code: z.string().meta({ description: 'A stable word that programs may rely on.', examples: ['VALIDATION_FAILED'] }),
    details: z
      .unknown()
      .optional()
      .meta({ description: 'What a program can act on; for VALIDATION_FAILED a list of {path, message}.' }),
    requestId: z.string(),
    traceId: z.string().optional(),
  })
  .meta({ id: 'Failure' });
