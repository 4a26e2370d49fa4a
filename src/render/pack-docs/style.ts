/** The look of every page, within it: readable on a narrow window, in the dark and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #55524c; --paper: #fdfcfa; --line: #d8d4cc; --link: #0b4f8a; --tint: #f3f0ea; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceae6; --soft: #b9b5ad; --paper: #191816; --line: #45423c; --link: #9cc9f5; --tint: #24221f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 0 1.25rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, input:focus-visible, main:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.5rem 0.75rem; background: var(--paper); z-index: 1; }
header { padding: 1rem 0 0; }
header p { margin: 0; font-weight: 600; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.columns > nav { padding: 0.75rem 0; border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
.columns > nav ul, main .parts ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
.parts { margin: 0 0 1.5rem; padding: 0.6rem 0.9rem; background: var(--tint); border-radius: 0.4rem; font-size: 0.9375rem; }
main { min-width: 0; max-width: 46rem; padding-bottom: 3rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1.5rem 0 1rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.5rem 0 0.75rem; padding-bottom: 0.3rem; border-bottom: 2px solid var(--line); }
.piece > h2, .piece > h3 { font-size: 1.0625rem; line-height: 1.4; margin: 0; padding: 0; border: 0; }
.piece > h2 a, .piece > h3 a { color: inherit; text-decoration-color: var(--soft); }
p { margin: 0 0 0.9rem; }
main ul { margin: 0.2rem 0; padding-left: 1.25rem; }
main .parts ul { margin: 0; padding: 0; }
main > ul > li { margin: 0.45rem 0; }
.piece { padding: 1rem 0; border-top: 1px solid var(--line); scroll-margin-top: 0.5rem; }
h2 + .piece { border-top: 0; padding-top: 0.25rem; }
.piece:target, a:target { background: var(--tint); outline: 0.5rem solid var(--tint); }
.id { margin: 0.1rem 0 0.5rem; }
code { font: 0.85em ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere; }
dl { margin: 0; }
dl > div { margin: 0.3rem 0; }
dt { color: var(--soft); font-size: 0.9375rem; }
dd { margin: 0; }
label { display: block; font-weight: 600; }
input { width: 100%; max-width: 30rem; margin: 0.25rem 0 0.5rem; padding: 0.5rem 0.65rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 0.3rem; }
footer { padding: 1rem 0 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: 0.875rem; overflow-wrap: anywhere; }
footer p { margin: 0 0 0.25rem; }
@media (max-width: 59.99rem) {
  .twice { display: none; }
}
@media (min-width: 40rem) {
  dl > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 1rem; align-items: baseline; }
}
@media (min-width: 60rem) {
  .columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 3rem; align-items: start; }
  .columns > nav { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; border: 0; padding: 1.6rem 0; }
  .columns > nav ul { display: block; }
  .columns > nav li { margin: 0.3rem 0; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --line: #999; --link: #000; --tint: #fff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, .skip, #filter { display: none; }
  .columns { display: block; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  .piece { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
