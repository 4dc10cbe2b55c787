export interface Art {
  from: string;
  to: string;
  circles: { x: number; y: number; radius: number }[];
}

const gradients = [
  ['#12443a', '#3f9478'],
  ['#b8541f', '#e9a23b'],
  ['#27446b', '#5f8fc4'],
  ['#5b2f55', '#b0668f'],
  ['#7a2f25', '#d0735c'],
  ['#3f5a1f', '#8fa84a'],
  ['#0f5563', '#45a3a0'],
  ['#3d3a6b', '#8480c9'],
] as const;

/** A picture for a product without one: always the same for the same id. */
export function artOf(productId: string): Art {
  const hash = hashOf(productId);
  const [from, to] = gradients[hash % gradients.length] ?? gradients[0];
  const circles = [0, 1, 2].map((index) => {
    const part = (hash >>> (5 + index * 8)) & 0xff;
    return { x: (part * 53) % 121, y: (part * 29) % 91, radius: 16 + (part % 34) };
  });
  return { from, to, circles };
}

/** The first letter of a name; whole characters only, whatever the script. */
export const initialOf = (name: string) => (/./su.exec(name.trim())?.[0] ?? '?').toLocaleUpperCase();

// FNV-1a, with its bits mixed so that ids that differ in their last character look different.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
