import { serviceNames, type ServiceName } from '../support/service-process';

export type Version = 'old' | 'new';
export type Mix = Record<ServiceName, Version>;

export interface Step {
  service: ServiceName;
  version: Version;
}

/** Every mix once, by replacing one service at a time; then to all new, back to all old as a rollback, and forward again. */
export function planSteps(): Step[] {
  const codes = Array.from({ length: 2 ** serviceNames.length }, (_, place) => place ^ (place >> 1));
  const all = codes.length - 1;
  const walk = codes.slice(1).map((code, place): Step => stepTo(code, code ^ codes[place]!));
  return [...walk, ...stepsFrom(codes.at(-1)!, all), ...stepsFrom(all, 0), ...stepsFrom(0, all)];
}

/** One bit a service; set where it is new. */
const stepTo = (code: number, changed: number): Step => ({
  service: serviceNames[Math.log2(changed)]!,
  version: (code & changed) === 0 ? 'old' : 'new',
});

const stepsFrom = (from: number, to: number): Step[] =>
  serviceNames.flatMap((_, place) => {
    const bit = 1 << place;
    return (from & bit) === (to & bit) ? [] : [stepTo(to, bit)];
  });

export const isAllNew = (mix: Mix) => serviceNames.every((service) => mix[service] === 'new');

export function nameOf(mix: Mix): string {
  const fresh = serviceNames.filter((service) => mix[service] === 'new');
  if (fresh.length === 0) return 'all old';
  return fresh.length === serviceNames.length ? 'all new' : `new: ${fresh.join(', ')}`;
}
