import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentHash } from '#shared/hash.ts';
import { leafHash } from '#shared/ledger/merkle.ts';
import { publishVersion } from '#shared/publication/publish-version.ts';
import type { Act } from '#shared/recount/act.ts';
import { applyEntry } from '#shared/recount/apply-entry.ts';
import { MAX_INLINE_BYTES } from '#shared/recount/count-entry.ts';
import { startFold } from '#shared/recount/election-fold.ts';
import { nextBatch, startBuild } from '#shared/recount/ledger-build.ts';
import { attachmentOf, decodeEntry, encodeEntry, type LedgerEntry } from '#shared/recount/ledger-entry.ts';
import { publicEntry } from '#shared/recount/public-entry.ts';
import { someElection } from '../../support/arbitrary-elections.ts';
import {
  aConstituency,
  aDefinition,
  anElectionOf,
  aRankedReport,
  aRanking,
  aReport,
  balls,
  count,
  definitionAct,
  minutes,
  officersAct,
  reportAct,
  someLots,
} from '../../support/builders.ts';
import { fileText, ledgerOf, order, published, resultIn } from '../../support/ledger.ts';
import { figuresOf } from '../../support/public-index.ts';

const SALT = 'ab'.repeat(32);

describe('acts ordered into a ledger', () => {
  test('give the same files whatever their order and batches', () => {
    const scheduled = someElection.chain(({ definition, reports }) => {
      const acts = reports.map((body) => reportAct(body, 1, { salt: SALT }));
      return fc
        .tuple(
          fc.shuffledSubarray(acts, { minLength: acts.length }),
          fc.shuffledSubarray(acts, { minLength: acts.length }),
          fc.integer({ min: 1, max: 5 }),
          fc.boolean(),
        )
        .map(([first, second, size, publishRankings]) => ({
          definition: { ...definition, publishRankings },
          first,
          second,
          size,
        }));
    });
    fc.assert(
      fc.property(scheduled, ({ definition, first, second, size }) => {
        const batches = Array.from({ length: Math.ceil(second.length / size) }, (_, index) =>
          second.slice(index * size, (index + 1) * size),
        );
        const one = published(ledgerOf([definitionAct(definition), ...first]));
        const many = published(ledgerOf([definitionAct(definition)], ...batches));
        for (const name of ['results.csv', 'stations.csv', 'allocation.json', 'rounds.json']) {
          expect(figuresOf(fileText(many, name))).toBe(figuresOf(fileText(one, name)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('leave the close of poll, and so every figure, out of public sight until then', () => {
    const build = startBuild('legco-2016');
    order(build, [definitionAct(aDefinition()), reportAct(aReport(), -30)], -10);
    expect(build.entries).toHaveLength(2);
    const before = published(build);
    expect(before.pointer).toMatchObject({ version: 1, status: 'embargo', pollAfterMs: 30_000 });
    expect(fileText(before, 'stations.csv')).not.toContain('10');
    order(build, [reportAct(aReport(), -30)], 0);
    expect(published(build).pointer).toMatchObject({ version: 2, status: 'counting', pollAfterMs: 5000 });
  });

  test('grow the tree and the files exactly as their entries do when they are read back', () => {
    const acts = [definitionAct(aDefinition()), reportAct(aReport()), reportAct(aReport({ station: 'B' }))];
    const build = ledgerOf(acts, [officersAct({ type: 'lots', body: someLots() })]);
    const fold = startFold('legco-2016');
    for (const [index, { leaf, attachment }] of build.entries.entries()) {
      const decoded = decodeEntry(leaf, () => attachment?.bytes);
      if (!decoded.ok) throw new Error(JSON.stringify(decoded.problem));
      applyEntry(fold, decoded.value);
      expect(build.leafHashes[index]).toEqual(leafHash(leaf));
    }
    expect(publishVersion({ fold, frontier: build.frontier })).toEqual(publishVersion(build));
    expect(build.sizes).toEqual([0, 5, 7]);
  });

  test('are planned without changing anything until they are written down', () => {
    const build = ledgerOf([definitionAct(aDefinition())]);
    const plan = { version: 2, orderedAt: minutes(5), pollClosed: false, places: [] };
    nextBatch(build, plan, [reportAct(aReport())]);
    expect(build.fold.version).toBe(1);
    expect(build.frontier.size).toBe(3);
  });

  test('publish nothing before there is a definition', () => {
    expect(publishVersion(startBuild('legco-2016'))).toBeNull();
  });
});

describe('rankings that stay private', () => {
  const rankings: Parameters<typeof aRankedReport>[0] = [
    [['1', '2'], 4],
    [['2', null, '1'], 3],
    [['3', '2'], 2],
    [[null, '1'], 1],
    [[['1', '2']], 2],
  ];
  const definition = anElectionOf(aRanking(['1', '2', '3']), ['A', 'B']);
  const reports = [
    aRankedReport(rankings),
    aRankedReport(
      [
        [['1'], 2],
        [['3', '1'], 1],
      ],
      { station: 'B' },
    ),
  ];
  const withheld = () =>
    ledgerOf([definitionAct(definition), ...reports.map((body) => reportAct(body, 1, { salt: SALT }))]);

  test('are told as rounds that give what the full count gives', () => {
    const closed = resultIn(published(withheld()));
    const open = count({ ...definition, publishRankings: true }, reports)();
    for (const field of ['valid', 'rejected', 'rounds', 'lots', 'seatOrder', 'lastSeat', 'status'] as const) {
      expect(closed[field]).toEqual(open[field]);
    }
  });

  test('give what the full count gives for random papers too, with lots and corrections', () => {
    const order = fc.array(fc.oneof(fc.constantFrom('1', '2', '3'), fc.constant(null)), { maxLength: 4 });
    const some = fc.array(fc.tuple(order, fc.nat(6)), { maxLength: 8 });
    fc.assert(
      fc.property(some, some, some, (first, second, corrected) => {
        const all = [
          aRankedReport(first),
          aRankedReport(second, { station: 'B' }),
          aRankedReport(corrected, { revision: 2, reason: 'x' }),
        ];
        const acts = all.map((body) => reportAct(body, 1, { salt: SALT }));
        const build = ledgerOf([definitionAct(definition), ...acts.slice(0, 2)], acts.slice(2));
        const open = count({ ...definition, publishRankings: true }, all)();
        const before = resultIn(published(build));
        expect([before.valid, before.rounds, before.lots]).toEqual([open.valid, open.rounds, open.lots]);
        if (!open.lots.needed) return;
        const body = someLots({
          draws: balls(...open.lots.among.map((id, index): [string, number] => [id, index + 1])),
        });
        order2(build, [officersAct({ type: 'lots', body })]);
        const drawn = count({ ...definition, publishRankings: true }, all, [body])();
        expect(resultIn(published(build)).rounds).toEqual(drawn.rounds);
        expect(resultIn(published(build)).seatOrder).toEqual(drawn.seatOrder);
      }),
      { numRuns: 100 },
    );
  });

  test('never reach the ledger, nor does the salt; a commitment does', () => {
    const build = withheld();
    const text = build.entries.map(({ leaf }) => new TextDecoder().decode(leaf)).join('\n');
    expect(text).not.toContain(SALT);
    expect(text).not.toContain('"order"');
    expect(text).toContain(contentHash({ rankings: reports[0]?.rankings, salt: SALT }));
  });

  test('leave a station without figures of its own, not with zeros', () => {
    const [station] = resultIn(published(withheld())).stations;
    expect(station).toMatchObject({ status: 'reported', valid: null });
  });

  test('are published where the definition says so, still without a salt', () => {
    const act = reportAct(aRankedReport(rankings), 1, { salt: SALT });
    const entry = publicEntry(act, { rankings: true, accounts: false });
    expect(entry).toEqual({ ...reportAct(aRankedReport(rankings)) });
    expect(
      publicEntry(reportAct(aReport(), 1, { salt: SALT }), { rankings: false, accounts: false }),
    ).toEqual(reportAct(aReport()));
  });

  test('of a report that is set aside are in no round', () => {
    const declared = officersAct(
      { type: 'declaration', body: { constituency: 'LC1', outcome: 'elected', elected: ['1'] } },
      2,
    );
    const late = reportAct(aRankedReport([[['3'], 99]], { revision: 2, reason: 'late' }), 3, { salt: SALT });
    const build = withheld();
    const before = resultIn(published(build)).rounds;
    order(build, [declared, late], 20);
    expect(resultIn(published(build)).rounds).toEqual(before);
    expect(build.fold.setAside).toEqual([{ entry: build.entries.length - 1, code: 'after-declaration' }]);
  });

  test('add up to rounds of any size that can be read back', () => {
    const many = Array.from({ length: 3 }, (_, index) =>
      aRankedReport([[['1'], 99_999_999]], { station: ['A', 'B', 'C'][index] ?? '' }),
    );
    const wide = anElectionOf(aRanking(['1', '2']), ['A', 'B', 'C']);
    const build = ledgerOf([definitionAct(wide), ...many.map((body) => reportAct(body, 1, { salt: SALT }))]);
    for (const { leaf, attachment } of build.entries)
      expect(decodeEntry(leaf, () => attachment?.bytes).ok).toBe(true);
    expect(resultIn(published(build)).valid).toBe(299_999_997);
  });
});

const order2 = (build: ReturnType<typeof ledgerOf>, acts: readonly Act[]) => order(build, acts, 60);

describe('an entry of the ledger', () => {
  const small: LedgerEntry = reportAct(aReport());
  const large: LedgerEntry = definitionAct(
    aDefinition({
      constituencies: Array.from({ length: 150 }, (_, index) => aConstituency({ id: `LC${index}` })),
      stations: [],
    }),
  );

  test('is its own leaf while it is small', () => {
    const { leaf, attachment } = encodeEntry(small);
    expect(attachment).toBeNull();
    expect(attachmentOf(leaf)).toBeNull();
    expect(decodeEntry(leaf, () => undefined)).toEqual({ ok: true, value: small });
  });

  test('above 60,000 bytes is a leaf that names it by hash', () => {
    const { leaf, attachment } = encodeEntry(large);
    expect(leaf.length).toBeLessThan(200);
    expect(attachment?.bytes.length).toBeGreaterThan(MAX_INLINE_BYTES);
    expect(attachmentOf(leaf)).toEqual({ kind: 'entry', sha256: attachment?.sha256 });
    expect(decodeEntry(leaf, () => attachment?.bytes)).toEqual({ ok: true, value: large });
  });

  test('that is missing or was changed is named', () => {
    const { leaf, attachment } = encodeEntry(large);
    const changed = new TextEncoder().encode(
      new TextDecoder().decode(attachment?.bytes).replace('LC1', 'LC2'),
    );
    expect(decodeEntry(leaf, () => undefined)).toMatchObject({ problem: { kind: 'attachment-missing' } });
    expect(decodeEntry(leaf, () => changed)).toMatchObject({ problem: { kind: 'attachment-differs' } });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no entry', '{"type":"gift"}'],
    ['an entry in another spelling', JSON.stringify({ ...small, type: 'report' }, null, 1)],
    ['invalid UTF-8', Uint8Array.of(0xff, 0xfe)],
  ])('is not %s', (_, text) => {
    const leaf = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    expect(decodeEntry(leaf, () => undefined)).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable-entry' },
    });
  });
});
