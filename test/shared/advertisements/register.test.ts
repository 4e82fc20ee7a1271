import { describe, expect, test } from 'vitest';
import type { Filing } from '#shared/advertisements/filing.ts';
import { formatShownDay } from '#shared/calendar/day.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { decodeEntry } from '#shared/recount/ledger-entry.ts';
import type { RegisterResult } from '#shared/recount/register-results.ts';
import { must } from '#shared/result.ts';
import { replayVersions } from '#shared/verification/replay-versions.ts';
import { wholeRules } from '#shared/verification/whole-rules.ts';
import { aConstituency, aDefinition, aList, aStation, definitionAct } from '../../support/builders.ts';
import {
  ACCOUNT,
  aFile,
  aFiled,
  anInspection,
  annexTwo,
  aSubmission,
  filed,
  foundIn,
} from '../../support/filings.ts';
import { fileText, ledgerOf, published } from '../../support/ledger.ts';
import worked from '../worked-examples.json' with { type: 'json' };

const definition = aDefinition({
  constituencies: [
    aConstituency({
      id: 'LC1',
      contestants: [aList('1', 2, { name: { en: 'Chan Tai Man, Lee Siu Ming' } }), aList('2', 1)],
    }),
  ],
  stations: [aStation('A')],
});

const ledger = (filings: readonly Filing[]) =>
  ledgerOf([definitionAct(definition, { acceptedAt: '2016-07-01T00:00:00Z' })], filed(filings));

const registerIn = (build: ReturnType<typeof ledger>): RegisterResult =>
  JSON.parse(fileText(published(build), 'advertisements.json'));

/** The rows of the annex, as the worked example has them. */
const annexRows = (worked.seedCases.find(({ id }) => id === 'seed-annex2-layout')?.rows ??
  []) as readonly Readonly<Record<string, unknown>>[];

describe('the register of an account', () => {
  const [account] = registerIn(ledger(annexTwo())).accounts;

  test('has the rows of annex II in their order, the one published last first', () => {
    const rows = annexRows.filter(({ item }) => typeof item === 'number');
    const shown = account?.advertisements.slice(0, 3).map((ad) => ({
      adType: `${ad.adType['zh-Hant']} ${ad.adType.en}`,
      produced: formatShownDay(ad.producedOn ?? ''),
      copiesProduced: ad.copiesProduced,
      published: formatShownDay(ad.publishedOn),
      copiesPublished: ad.copiesPublished,
      file: ad.files[0]?.name ?? ad.links[0],
      permission: ad.permissions[0]?.name ?? null,
      size: ad.size,
      manner: `${ad.manner?.['zh-Hant']} ${ad.manner?.en}`,
      producer: `${ad.producerOrPrinterName?.['zh-Hant']} ${ad.producerOrPrinterName?.en}`,
    }));
    expect(shown).toEqual(rows.map(({ item: _i, address: _a, corrected: _c, removed: _r, ...row }) => row));
  });

  test('names list and candidates as the definition does', () => {
    expect(account).toMatchObject({
      account: ACCOUNT,
      contestant: { id: '1', number: '1' },
      constituency: { id: 'LC1' },
    });
    expect(account?.candidates).toHaveLength(2);
  });

  test('shows a correction beside its original, which stays as it was', () => {
    const banner = account?.advertisements.find(({ id }) => id === 'HKI-01-0003-1');
    expect(banner?.files.map(({ name, state }) => [name, state])).toEqual([['File2.jpg', 'public']]);
    expect(banner?.corrections.map(({ numberAdded }) => numberAdded.map(({ name }) => name))).toEqual([
      ['File2 (Revised).jpg'],
    ]);
  });

  test('keeps an advertisement whose consent was taken back, and says so', () => {
    const poster = account?.advertisements.find(({ id }) => id === 'HKI-01-0002-1');
    expect(poster?.consents.map(({ file, revoked }) => [file.name, revoked?.revokedOn ?? null])).toEqual([
      ['Consent1.jpg', null],
      ['Consent2.jpg', '2016-08-17'],
    ]);
  });

  test('leaves of a removed advertisement its particulars, date, reason and hashes, and no way to the file', () => {
    const removed = account?.advertisements.find(({ id }) => id === 'HKI-01-0001-1');
    expect(removed?.removal).toMatchObject({ removedOn: '2016-08-18', by: 'chief_electoral_officer' });
    expect(removed?.files).toMatchObject([
      { state: 'removed', path: null, sha256: aFile('Other.pdf').sha256 },
    ]);
    expect(removed?.adType.en).toBe('Pamphlets');
  });

  test('says of each when its copies were due, and whether they were in time', () => {
    expect(account?.advertisements.map(({ id, due, inTime }) => [id, due.due, inTime])).toEqual([
      ['HKI-01-0005-1', '2016-08-15', true],
      ['HKI-01-0003-1', '2016-08-15', true],
      ['HKI-01-0002-1', '2016-08-15', false],
      ['HKI-01-0001-1', '2016-08-11', true],
    ]);
  });
});

describe('a file', () => {
  const registered = (verdict: 'clean' | 'held' | 'refused', ...more: readonly Filing[]) => {
    const file = aFile('Consent.pdf');
    const filings = [
      ...annexTwo().slice(0, 1),
      aSubmission(1, '2016-08-15T11:02:47+08:00', [aFiled({ files: [file] })]),
      anInspection(1, [foundIn(file, { verdict })]),
      ...more,
    ];
    return registerIn(ledger(filings)).accounts[0]?.advertisements[0]?.files;
  };
  const { sha256 } = aFile('Consent.pdf');

  test('is not to be had before it was inspected', () => {
    const [account] = registerIn(ledger(annexTwo().slice(0, 2))).accounts;
    expect(account?.advertisements[0]?.files).toMatchObject([
      { state: 'waiting', path: null, inspection: null, inspectedAt: null, inspectionEntry: null },
    ]);
  });

  test('tells when it was inspected, and where that stands in the ledger', () => {
    const [ad] = registerIn(ledger(annexTwo())).accounts[0]?.advertisements ?? [];
    const { entry, files } = must(ad, 'annex II is filed');
    // One minute and one entry after the submission, as they were accepted here.
    expect(files[0]?.inspectionEntry).toBe((entry ?? 0) + 1);
    expect(Date.parse(files[0]?.inspectedAt ?? '')).toBeGreaterThan(0);
  });

  test.each([
    ['clean', 'public'],
    ['held', 'held'],
    ['refused', 'refused'],
  ] as const)('that is %s is %s', (verdict, state) => {
    expect(registered(verdict)).toMatchObject([{ state }]);
    expect(registered(verdict)?.[0]?.path === null).toBe(verdict !== 'clean');
  });

  test('that was held goes public once its candidate has confirmed it; one that was refused never does', () => {
    const confirmation = { kind: 'confirmation', account: ACCOUNT, number: 1, sha256 } as const;
    expect(registered('held', confirmation)).toMatchObject([{ state: 'public' }]);
    expect(registered('refused', confirmation)).toMatchObject([{ state: 'refused' }]);
  });

  test('that was sent instead of a refused one stands behind it', () => {
    const file = aFile('Consent, covered.pdf');
    const again = aSubmission(2, '2016-08-16T10:00:00+08:00', [
      { kind: 'replacement', of: 'HKI-01-0001-1', refused: sha256, file },
    ]);
    expect(registered('refused', again, anInspection(2, [foundIn(file)]))).toMatchObject([
      { name: 'Consent.pdf', state: 'replaced', replacedBy: file.sha256, path: null },
      { name: 'Consent, covered.pdf', state: 'public', reference: expect.stringContaining('-0002-') },
    ]);
  });
});

describe('a document that belongs to an advertisement', () => {
  const names = ['Consent.pdf', 'Notice.pdf', 'Declaration.pdf', 'Added.pdf'];
  const ad = 'HKI-01-0001-1';
  const filed = [
    ...annexTwo().slice(0, 1),
    aSubmission(1, '2016-08-15T11:02:47+08:00', [aFiled({ consents: [{ file: aFile('Consent.pdf') }] })]),
    aSubmission(2, '2016-08-16T10:00:00+08:00', [
      {
        kind: 'revocation',
        consent: `${ad}-c1`,
        revokedOn: '2016-08-16',
        notice: aFile('Notice.pdf'),
      },
      { kind: 'printing-declaration', of: ad, declaration: aFile('Declaration.pdf') },
      { kind: 'correction', of: ad, particulars: {}, numberAdded: [aFile('Added.pdf')] },
    ]),
    aSubmission(
      3,
      '2016-08-17T10:00:00+08:00',
      names.map((name) => ({
        kind: 'replacement',
        of: ad,
        refused: aFile(name).sha256,
        file: aFile(`New ${name}`),
      })),
    ),
  ];
  const [account] = registerIn(ledger(filed)).accounts;
  const [shown] = account?.advertisements ?? [];

  test('is replaced by another copy where it was refused or held', () => {
    const [consent] = shown?.consents ?? [];
    const [copied] = shown?.corrections ?? [];
    expect([
      consent?.file.name,
      consent?.revoked?.notice.name,
      shown?.declarations[0]?.declaration.name,
      ...(copied?.numberAdded ?? []).map(({ name, state }) => `${state} ${name}`),
    ]).toEqual([
      'New Consent.pdf',
      'New Notice.pdf',
      'New Declaration.pdf',
      'waiting Added.pdf',
      'waiting New Added.pdf',
    ]);
  });
});

describe('the ledger of filings', () => {
  const ended: Filing = { kind: 'inspection-ended', endedOn: '2017-09-09' };
  const build = ledger([...annexTwo(), ended]);
  const bodies = new Map(
    build.entries.flatMap(({ attachment }) =>
      attachment ? [[attachment.sha256, attachment.bytes] as const] : [],
    ),
  );

  test('holds hashes, and neither names of files nor printers', () => {
    const leaves = build.entries.map(({ leaf }) => new TextDecoder().decode(leaf)).join('\n');
    expect(leaves).toContain(aFile('File1.jpg').sha256);
    expect(leaves).not.toContain('File1.jpg');
    expect(leaves).not.toContain('Printing Company');
  });

  test('reads back with the bodies beside it, and without them once they were withdrawn', () => {
    const read = (attachment: (sha256: string) => Uint8Array | undefined) =>
      build.entries.map(({ leaf }) => {
        const decoded = decodeEntry(leaf, attachment);
        expect(decoded.ok).toBe(true);
        return decoded.ok ? decoded.value : null;
      });
    const sealed = (entries: ReturnType<typeof read>) =>
      entries.flatMap((entry) => (entry?.type === 'filed' && 'seal' in entry.body ? [entry.sealed] : []));
    expect(sealed(read((sha256) => bodies.get(sha256))).every((body) => body !== null)).toBe(true);
    expect(sealed(read(() => undefined))).toEqual(Array.from({ length: 12 }, () => null));
  });

  test.each([true, false])('recomputes to the same files, bodies there: %s', (there) => {
    const steps = [
      ...replayVersions({
        election: 'legco-2016',
        rules: wholeRules,
        content: {
          entries: build.entries.map(({ leaf }) => leaf),
          leafHashes: build.leafHashes,
        },
        attachment: (sha256) => {
          const bytes = bodies.get(sha256);
          return there || bytes?.[0] !== 0x7b || !new TextDecoder().decode(bytes).includes('"salt"')
            ? bytes
            : undefined;
        },
        wanted: () => true,
      }),
    ];
    expect(steps.flatMap(({ findings }) => findings)).toEqual([]);
    expect(canonicalJson(steps.at(-1)?.published?.pointer)).toBe(canonicalJson(published(build).pointer));
  });

  test('keeps the hashes of everything once inspection has ended, and nothing else', () => {
    const text = fileText(published(build), 'advertisements.json');
    expect(JSON.parse(text)).toMatchObject({ endedOn: '2017-09-09' });
    expect(JSON.parse(text).accounts).toBeUndefined();
    expect(JSON.parse(text).hashes).toHaveLength(9);
    expect(text).not.toContain('.jpg');
    expect(fileText(published(build), 'advertisements.csv').trim().split('\r\n')).toHaveLength(1);
  });
});
