/** For the authorize page and for the sandbox's own: light and dark, from 320 pixels on. */
export const pageCss = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f6f8, #14181d);
  --paper: light-dark(#fff, #1d232a);
  --ink: light-dark(#1b2530, #e8edf2);
  --faint: light-dark(#52606d, #a9b5c1);
  --line: light-dark(#8593a1, #66727f);
  --accent: light-dark(#0b5f8a, #7cc4ec);
  --on-accent: light-dark(#fff, #0c1720);
  --bad: light-dark(#a4161a, #ff9d9d);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
main.wide { max-width: 60rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2rem) 3rem; overflow-wrap: anywhere; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: 0.25rem 0; }
@media (max-width: 34rem) { dl div { grid-template-columns: 1fr; } }
dt { font-weight: 600; }
dd { margin: 0; }
details { margin-top: 1rem; }
summary { min-height: 2rem; cursor: pointer; }
.scroll { max-height: 26rem; margin-top: 0.5rem; overflow: auto; border: 1px solid var(--line); border-radius: 0.3rem; background: var(--paper); }
table { width: 100%; min-width: 30rem; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.35rem 0.6rem; text-align: start; vertical-align: top; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead th { position: sticky; top: 0; background: var(--paper); box-shadow: inset 0 -1px var(--line); }
.address { width: 100%; white-space: normal; overflow-wrap: anywhere; }
.refused { color: var(--bad); font-weight: 600; }
tbody tr + tr > * { border-top: 1px solid light-dark(#e2e8ee, #2c353e); }
tbody th { font-weight: 400; }
#status { min-height: 1.5em; margin: 0.75rem 0 0; color: var(--accent); font-weight: 600; }
main.card {
  max-width: 28rem;
  margin: clamp(0rem, 8vh, 6rem) auto;
  padding: 1.5rem clamp(1rem, 6vw, 2rem) 2rem;
  background: var(--paper);
  border: 1px solid light-dark(#d5dce3, #333d47);
  border-radius: 0.5rem;
  overflow-wrap: anywhere;
}
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.2rem; }
.hint { color: var(--faint); font-size: 0.9rem; }
.error { margin: 1rem 0; padding: 0.5rem 0.75rem; border-left: 4px solid var(--bad); color: var(--bad); }
label { display: block; margin-top: 1rem; font-weight: 600; }
label.choice { display: flex; gap: 0.6rem; align-items: start; min-height: 1.75rem; margin-top: 0.25rem; font-weight: 400; }
input:not([type=checkbox]), select {
  display: block;
  width: 100%;
  min-height: 2.75rem;
  margin-top: 0.25rem;
  padding: 0.4rem 0.6rem;
  border: 1px solid var(--line);
  border-radius: 0.3rem;
  background: var(--paper);
  color: inherit;
  font: inherit;
}
input[type=checkbox] { flex: none; width: 1.25rem; height: 1.25rem; margin: 0.125rem 0 0; accent-color: var(--accent); }
fieldset { margin: 1rem 0 0; border: 1px solid var(--line); border-radius: 0.3rem; max-height: 14rem; overflow: auto; }
button {
  min-height: 2.75rem;
  margin-top: 1.25rem;
  padding: 0.4rem 1.25rem;
  border: 1px solid var(--accent);
  border-radius: 0.3rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
button.quiet { background: transparent; color: var(--accent); }
button.danger { border-color: var(--bad); color: var(--bad); }
button.link { min-height: 1.5rem; padding: 0; border: 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.25rem; }
.actions button { margin-top: 0; }
code { font: 0.9em ui-monospace, monospace; }
`;
