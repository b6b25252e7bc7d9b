import fc from 'fast-check';

// Whether a change lands must not depend on the draw of the day: in CI every run draws the same cases. Elsewhere each run is a new search.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 2026 });
