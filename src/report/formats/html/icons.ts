import type { Outcome } from '../../../judge/verdict';
import { markup, type Markup } from '../../../text/markup';

/** Drawn once, used by every line. Their shapes differ, so that nobody needs colours to tell them apart. */
export const iconSheet: Markup = markup`<svg hidden width="0" height="0" aria-hidden="true" focusable="false">
<symbol id="passed" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/><path d="M6 10.4l2.8 2.8L14.2 7.4"/></symbol>
<symbol id="failed" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/><path d="M7 7l6 6M13 7l-6 6"/></symbol>
<symbol id="blocked" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/><path d="M5.8 10h.01M10 10h.01M14.2 10h.01"/></symbol>
<symbol id="excused" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/><path d="M6.5 10h7"/></symbol>
<symbol id="error" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/><path d="M7.6 7.9a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.8-1.2 1.7M10 14.4h.01"/></symbol>
</svg>`;

/** The words for it stand beside it. */
export const icon = (outcome: Outcome): Markup =>
  markup`<svg class="icon ${outcome}" aria-hidden="true" focusable="false"><use href="#${outcome}"/></svg>`;
