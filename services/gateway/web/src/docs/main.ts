import '@fontsource-variable/figtree/index.css';
import './docs.css';

// Those of styles/base.css; the element takes no variables.
const light = {
  theme: 'light',
  'bg-color': '#ffffff',
  'text-color': '#14211c',
  'primary-color': '#1b5a4a',
  'nav-bg-color': '#f3f5f1',
  'nav-text-color': '#14211c',
  'nav-hover-bg-color': '#e9ede6',
  'nav-hover-text-color': '#12443a',
};
const dark = {
  theme: 'dark',
  'bg-color': '#0f1714',
  'text-color': '#e9f0ea',
  'primary-color': '#7fd0b5',
  'nav-bg-color': '#17211d',
  'nav-text-color': '#e9f0ea',
  'nav-hover-bg-color': '#1f2b26',
  'nav-hover-text-color': '#9be0c8',
};

const page = document.querySelector('rapi-doc');
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

function applyColours(): void {
  for (const [name, value] of Object.entries(prefersDark.matches ? dark : light)) page?.setAttribute(name, value);
}

applyColours();
prefersDark.addEventListener('change', applyColours);
// Only now, so that it draws itself once.
await import('rapidoc/dist/rapidoc-min.js');
