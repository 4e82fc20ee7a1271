/**
 * Everything an inspection can find, and what follows. `refused`: not published, the candidate sends another file. `held`: not published
 * until the candidate confirms or replaces it. `noted`: published, and said beside it. [2016 App.5 ¶7-11, ¶17-19]
 */
export const FINDINGS = {
  'empty-file': 'refused',
  'too-large': 'refused',
  'not-on-the-list': 'refused',
  'not-as-named': 'refused',
  'unsafe-name': 'refused',
  unreadable: 'refused',
  encrypted: 'refused',
  'data-after-the-end': 'refused',
  'two-formats': 'refused',
  virus: 'refused',
  macros: 'refused',
  'active-field': 'refused',
  'active-control': 'refused',
  'embedded-object': 'refused',
  'outside-content': 'refused',
  script: 'refused',
  'acts-by-itself': 'refused',
  'acts-on-the-computer': 'refused',
  'embedded-file': 'refused',
  'embedded-media': 'refused',
  'dynamic-form': 'refused',
  'dangerous-link': 'refused',
  'frame-or-form': 'refused',
  'old-word': 'refused',
  'archive-too-large': 'refused',
  'archive-too-many': 'refused',
  'archive-in-archive': 'refused',
  'archive-path': 'refused',
  'archive-link': 'refused',
  'archive-contradicts-itself': 'refused',
  'archive-method': 'refused',
  'archive-empty': 'refused',
  'too-many-pixels': 'refused',
  'too-many-pages': 'refused',
  'could-not-be-inspected': 'refused',
  'could-not-be-scanned': 'refused',
  'identity-number': 'held',
  'changing-field': 'held',
  'hidden-video': 'held',
  'not-read-to-the-end': 'held',
  location: 'noted',
  'personal-folder': 'noted',
  'tracked-changes': 'noted',
  comments: 'noted',
  'earlier-revisions': 'noted',
  'more-pictures': 'noted',
  'system-files': 'noted',
} as const;

export type FindingCode = keyof typeof FINDINGS;
export type FindingWeight = (typeof FINDINGS)[FindingCode];

export const FINDING_CODES = Object.keys(FINDINGS) as readonly FindingCode[];

/** Parts of a file that a finding can lie in. */
export const PARTS = [
  'text',
  'hidden-text',
  'headers',
  'notes',
  'comments',
  'deleted-text',
  'metadata',
  'settings',
  'earlier-revision',
  'name',
] as const;
export type Part = (typeof PARTS)[number];
