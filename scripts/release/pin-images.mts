// Writes into the chart's values where a release's images are, and their digests, so that the released chart names exactly them.
import { parseDocument } from 'yaml';
import { Failure } from '../local/system/command.mts';

export interface Images {
  registry: string;
  /** By service. */
  digests: Record<string, string>;
}

const digestForm = /^sha256:[0-9a-f]{64}$/;

/** The text of values.yaml with the images in it; every service must have a digest. */
export function pinImages(text: string, { registry, digests }: Images): string {
  const document = parseDocument(text);
  const { services } = document.toJS() as { services: object };
  for (const service of Object.keys(services)) {
    if (!digestForm.test(digests[service] ?? ''))
      throw new Failure(`${service} has no digest, but ${digests[service]}`);
  }
  document.setIn(['image', 'registry'], registry);
  document.setIn(['image', 'digests'], digests);
  return document.toString({ lineWidth: 0 });
}
