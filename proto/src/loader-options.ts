/** How protos become JavaScript: used by the generator and at run time, else the types lie. */
export const loaderOptions = {
  longs: String,
  enums: String,
  defaults: true,
  oneofs: true,
} as const;
