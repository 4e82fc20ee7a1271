import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inHongKong } from '#shared/calendar/hong-kong-time.ts';
import type { Language } from '#shared/election/text.ts';
import { type SeatedOfficer, sitDown, type TypedForm } from './officer-acts.ts';
import { eventually } from './running-portal.ts';
import { officersOf } from './told-night.ts';
import { candidateName, instant, readerOf, SAID, tellsOneStory, toldElection, verify } from './told-story.ts';
import { type HerePortal, usePortal } from './use-portal.ts';

const MINUTE_MS = 60_000;
/** Whom a night needs: six roles, and two officers wherever one acts alone for nobody. */
const seatsOf = (here: HerePortal, election: string, language: Language) => {
  const seated: SeatedOfficer[] = [];
  const at = (constituency: string) => async (account: string) => {
    const officer = await sitDown(
      here.browser,
      here.portal.url,
      { account, election, constituency },
      language,
    );
    seated.push(officer);
    return officer;
  };
  const named = (constituency: string) => (who: string) =>
    at(constituency)(`${election}.${constituency}.${who}`);
  return { seated, lc1: named('LC1'), fc1: named('FC1'), whole: at('LC1') };
};

const FLAGGED: TypedForm = {
  votes: { '1': 50, '2': 31, '3': 30 },
  account: { supplied: 200, unissued: 95, unused: 0, spoilt: 0 },
  explanation: SAID.explanation,
};
const PLAIN: TypedForm = {
  votes: { '1': 10, '2': 10, '3': 10 },
  account: { supplied: 40, unissued: 10, unused: 0, spoilt: 0 },
};

/** Acts of the constituency that are an officer's own; every other one must tell each of them that it is not. */
const ACTS = ['recount', 'lots', 'declaration', 'event', 'ending', 'correction', 'adjournment', 'relocation'];
const OWN: Readonly<Record<string, readonly string[]>> = {
  presiding: [],
  assistant: [],
  returning: ACTS.filter((act) => act !== 'relocation'),
  chief: [],
  commission: ['relocation'],
  observer: [],
};

const isRefusedTheActsOfOthers = async (officer: SeatedOfficer, own: readonly string[] = []) => {
  const { page, go, at, words } = officer;
  for (const act of ACTS.filter((one) => !own.includes(one))) {
    await go(`${at}/acts/${act}`);
    await page.locator('p.warn').getByText(words.acts.overview.bars.role).waitFor();
    expect(await page.getByRole('button', { name: words.acts.form.next }).count()).toBe(0);
  }
};

/** Several nights may go on at once, each of them in its order. */
const IN_ORDER = { concurrent: false, timeout: 300_000 };

const nightIn = (here: HerePortal, language: Language): void => {
  const election = `night-${language.toLowerCase()}`;
  const night = () => officersOf(here.portal, election);
  const reader = () => readerOf(here.portal, election);
  const { seated, lc1, fc1, whole } = seatsOf(here, election, language);
  const nameOf = (id: string): string => candidateName(id, language);
  const stationIs = (station: string, state: string) =>
    eventually(
      () => night().stationOf(station === 'CCS-FC1' ? 'FC1' : 'LC1', station),
      ({ row }) => row.state === state,
    );
  const wins = (constituency: string, names: readonly string[]) =>
    eventually(
      () => night().progressOf(constituency),
      ({ ready }) => JSON.stringify(ready?.elected) === JSON.stringify(names),
    );
  const done = new Set<string>();
  /** A test that is tried again goes on with the step that failed, since what was accepted before stays accepted. */
  const once = async (name: string, step: () => Promise<unknown>): Promise<void> => {
    if (done.has(name)) return;
    await step().catch((cause: unknown) => {
      throw new Error(`${name}: ${cause instanceof Error ? cause.message : cause}`, { cause });
    });
    done.add(name);
  };
  let ro: SeatedOfficer;
  let aro: SeatedOfficer;
  let po: Readonly<Record<'a1' | 'a2' | 'b1' | 'b2', SeatedOfficer>>;

  beforeAll(async () => {
    await night().send({ role: 'chief_electoral_officer' }, '/definition', toldElection(election));
    ro = await lc1('ro-1');
    aro = await lc1('aro-1');
    po = {
      a1: await lc1('A.po-1'),
      a2: await lc1('A.po-2'),
      b1: await lc1('B.po-1'),
      b2: await lc1('B.po-2'),
    };
  }, 120_000);

  afterAll(async () => {
    for (const { close } of seated) await close();
  }, 60_000);

  const reports = async (station: 'A' | 'B', form: TypedForm, count = 1): Promise<void> => {
    const [one, other] = station === 'A' ? [po.a1, po.a2] : [po.b1, po.b2];
    const of = `count ${count} of ${station}`;
    await once(`${of}, typed`, () => one.report(station, form));
    await once(`${of}, typed again`, () => other.report(station, form));
    await once(`${of}, to confirm`, () => stationIs(station, 'to_confirm'));
    await once(`${of}, told`, () => one.tellResult(station));
    await once(`${of}, confirmed`, () => aro.confirm(station));
    await stationIs(station, 'public');
  };

  test(
    'a count moves, two entries differ and are settled, a flagged account is explained',
    IN_ORDER,
    async () => {
      const commission = await whole('commission-1');
      await once('moved', () => commission.directMove('B', SAID.town, SAID.move));
      await once('A, typed', () => po.a1.report('A', FLAGGED));
      await once('A, typed otherwise', () =>
        po.a2.report('A', { ...FLAGGED, votes: { ...FLAGGED.votes, '2': 13 } }),
      );
      await once('A differs', () => stationIs('A', 'differing'));
      const settler = await lc1('aro-2');
      await once('A, settled', () => settler.settle('A', '31'));
      await once('A to confirm', () => stationIs('A', 'to_confirm'));
      await once('A, told', () => po.a1.tellResult('A'));
      await once('A, confirmed', () => aro.confirm('A'));
      await stationIs('A', 'public');
      await reports('B', PLAIN);
      const second = await lc1('ro-2');
      for (const [name, officer] of Object.entries({ ro, second }))
        await once(`CCS, typed by ${name}`, () =>
          officer.report('CCS', { votes: { '1': 1, '2': 0, '3': 0 } }),
        );
      await once('CCS to confirm', () => stationIs('CCS', 'to_confirm'));
      await once('CCS, confirmed', () => aro.confirm('CCS'));
      await wins('LC1', ['1a', '2a']);
    },
  );

  test(
    'a recount moves the last seat, whoever won it has died, and the result is declared',
    IN_ORDER,
    async () => {
      await once('recount', () => ro.allowRecount());
      await once('A is recounted', () =>
        eventually(
          () => night().stationOf('LC1', 'A'),
          ({ row }) => row.recounting,
        ),
      );
      await reports('A', { ...FLAGGED, votes: { '1': 50, '2': 30, '3': 31 } }, 2);
      await reports('B', { ...PLAIN, votes: { '1': 10, '2': 9, '3': 10 } }, 2);
      await once('the last seat moved', () => wins('LC1', ['1a', '3a']));
      await once('death', () => ro.recordDeath('3a', inHongKong(instant(-5 * MINUTE_MS))));
      await once('death, seconded', () => aro.second(1));
      await once('the next name', () => wins('LC1', ['1a', '3b']));
      await once('declaration', () => ro.declare([nameOf('1a'), nameOf('3b')]));
      await once('declaration, seconded', () => aro.second(2));
      await reader().page(language, 'constituencies/LC1/', 'data-state="declared"');
    },
  );

  test('a tie is decided by lots, in a second round', IN_ORDER, async () => {
    const [returning, other, assistant] = [await fc1('ro-1'), await fc1('ro-2'), await fc1('aro-1')];
    for (const [name, officer] of Object.entries({ returning, other }))
      await once(`FC1, typed by ${name}`, () =>
        officer.report('CCS-FC1', { votes: { '1': 5, '2': 5, '3': 1 } }),
      );
    await once('FC1 to confirm', () => stationIs('CCS-FC1', 'to_confirm'));
    await once('FC1, confirmed', () => assistant.confirm('CCS-FC1'));
    await once('lots needed', () =>
      eventually(
        () => night().progressOf('FC1'),
        ({ lots }) => lots.needed,
      ),
    );
    const ball = (number: string, drawn: number, hand: 'self' | 'returning_officer') => ({
      unit: returning.words.acts.form.unit(false, number),
      ball: drawn,
      hand,
    });
    await once('lots', () =>
      returning.enterLots([
        [ball('1', 7, 'self'), ball('2', 7, 'returning_officer')],
        [ball('1', 3, 'self'), ball('2', 9, 'returning_officer')],
      ]),
    );
    await once('lots, seconded', () => assistant.second(1));
    await once('lots decide', () => wins('FC1', ['2']));
    await once('FC1, declaration', () => returning.declare([nameOf('2')]));
    await once('FC1, declaration seconded', () => assistant.second(2));
    await reader().page(language, 'constituencies/FC1/', 'data-state="declared"');
  });

  test(
    'notices are posted from their drafts, and a correction makes another that supersedes the first',
    IN_ORDER,
    async () => {
      await once('notice', async () => expect(await ro.postDraft('N26')).toBe('c-LC1-1'));
      await once('correction', () => ro.correct('B', '2', 8, SAID.correction));
      await once('correction, seconded', () => aro.second(3));
      await eventually(reader().pointer, ({ status }) => status === 'corrected');
      await once('another notice', async () =>
        expect(await ro.postDraft('N26', SAID.correction)).toBe('c-LC1-2'),
      );
    },
  );

  test('no role is given another’s act', IN_ORDER, async () => {
    const [chief, commission, observer] = [
      await whole('chief-1'),
      await whole('commission-2'),
      await whole('observer-1'),
    ];
    const roles = { presiding: po.a1, assistant: aro, returning: ro, chief, commission, observer };
    for (const [role, officer] of Object.entries(roles)) await isRefusedTheActsOfOthers(officer, OWN[role]);
  });

  test('the public reads the same story, and nothing was said that should not be', IN_ORDER, async () => {
    await tellsOneStory(reader(), [language]);
    expect(seated.flatMap(({ said }) => said)).toEqual([]);
  });
};

/** The tests of a whole night on the officers' screens, once in each of these languages, all against one portal. */
export const nightsOnScreens = (languages: readonly Language[]): void => {
  const here = usePortal();

  describe.concurrent.each(languages)('a night at the desk in %s, on its screens', (language) => {
    nightIn(here, language);
  });

  describe('all nights together', () => {
    test('are verified with one command', async () => {
      const { code, said } = await verify(here.portal, join(here.folder, 'seen.json'));
      expect(code, said).toBe(0);
    }, 120_000);
  });
};
