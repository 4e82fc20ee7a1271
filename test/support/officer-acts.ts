import type { Browser, Locator, Page } from 'playwright-core';
import type { Language } from '#shared/election/text.ts';
import { type DeskWords, loadWords } from '../../site/desk/words/load.ts';
import { type OfficersDesk, officersDesk } from './acts-browser.ts';
import { field, vote } from './desk-portal.ts';

/** One form of a counting place as it is typed: votes by list, and the account where the form has one. */
export interface TypedForm {
  readonly votes: Readonly<Record<string, number>>;
  readonly account?: Readonly<Record<'supplied' | 'unissued' | 'unused' | 'spoilt', number>>;
  /** What the officer says where the form asks why. */
  readonly explanation?: string;
}

export interface DrawnBall {
  readonly unit: string;
  readonly ball: number;
  readonly hand: 'self' | 'representative' | 'returning_officer';
}

/** A label that begins so: its hint may follow. */
const starting = (label: string): RegExp => new RegExp(`^${label.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`);

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Whatever a form shows next: another page of it, or its one button at the end. */
const eitherOf = async (one: Locator, other: Locator): Promise<void> => one.or(other).first().waitFor();

const typeForm = async (page: Page, form: TypedForm): Promise<void> => {
  for (const [list, papers] of Object.entries(form.votes))
    await vote(page, Number(list)).fill(String(papers));
  const valid = Object.values(form.votes).reduce((sum, papers) => sum + papers, 0);
  await field(page, '$.validVotes').fill(String(valid));
  for (const [head, papers] of Object.entries(form.account ?? {})) {
    await field(page, `$.account.${head}`).fill(String(papers));
  }
};

/** What officers do about the reports of counting places, by the words they see. */
const reporting = (desk: OfficersDesk, words: DeskWords, at: string) => {
  const { page, go } = desk;
  const { report, progress } = words;
  const of = (station: string, below: string) => go(`${at}/stations/${station}${below}`);
  return {
    /** Types the form, explains what is asked about, checks the answers and sends. */
    report: async (station: string, form: TypedForm): Promise<void> => {
      await of(station, '/report/type');
      await typeForm(page, form);
      const check = button(page, report.check);
      await check.click();
      const asked = page.locator('#explain ~ * textarea, #explain ~ textarea');
      const send = button(page, report.send(station));
      await eitherOf(page.locator('#explain'), send);
      if (await page.locator('#explain').count()) {
        for (const one of await asked.all()) await one.fill(form.explanation ?? '');
        await check.click();
      }
      await send.click();
      await page.locator('main .good').waitFor();
    },
    /** Settles a difference from the paper: the figure it says. */
    settle: async (station: string, figure: string): Promise<void> => {
      await of(station, '/resolve');
      await page.getByRole('radio', { name: figure, exact: true }).check();
      await button(page, report.resolveSend).click();
      await page.locator('main .good').waitFor();
    },
    tellResult: async (station: string): Promise<void> => {
      await of(station, '');
      await button(page, report.tell(report.steps.result_told)).click();
      await page
        .getByRole('listitem')
        .filter({ hasText: report.steps.result_told })
        .locator('b.done')
        .waitFor();
    },
    confirm: async (station: string): Promise<void> => {
      await of(station, '/confirm');
      await button(page, progress.confirm(station)).click();
      await page.getByRole('heading', { level: 1, name: progress.confirming.done(station) }).waitFor();
    },
  };
};

/** What officers do about a whole constituency, by the words they see. */
const acting = (desk: OfficersDesk, words: DeskWords, at: string) => {
  const { page, go } = desk;
  const { form, recount, event, relocation, correction, declaration, lots, proposal } = words.acts;
  const to = (act: string) => go(`${at}/acts/${act}`);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const choose = (label: string) => page.getByRole('radio', { name: starting(label) }).check();
  const next = () => button(page, form.next).click();
  /** Sends what was checked; its name is the one the form gave it. */
  const send = async (name: string, done: string): Promise<void> => {
    await heading(form.check);
    await button(page, name).click();
    await heading(done);
  };
  const propose = () => send(proposal.button, proposal.sentTitle);
  return {
    directMove: async (station: string, place: Readonly<Record<string, string>>, reason: string) => {
      await to('relocation');
      await page.getByRole('combobox', { name: form.station }).selectOption(station);
      await page.getByLabel(relocation.reason).fill(reason);
      await next();
      await heading(relocation.place);
      for (const [language, name] of Object.entries(place)) await field(page, `to-${language}`).fill(name);
      await next();
      await send(relocation.button, relocation.sentTitle);
    },
    allowRecount: async (): Promise<void> => {
      await to('recount');
      await choose(recount.kinds.now);
      await next();
      await heading(recount.who);
      await choose(recount.requesters.candidate);
      await next();
      await heading(recount.decide);
      await choose(recount.allowed);
      await next();
      await send(recount.button, recount.sentTitle);
    },
    recordDeath: async (candidate: string, atHongKong: string): Promise<void> => {
      await to('event');
      await page.getByRole('combobox', { name: event.candidate }).selectOption(candidate);
      await choose(event.events.died);
      await next();
      await heading(event.when);
      await page.getByLabel(form.date).fill(atHongKong.slice(0, 10));
      await page.getByLabel(form.time).fill(atHongKong.slice(11, 16));
      await page.getByText(event.follows.replaced).waitFor();
      await next();
      await propose();
    },
    /** Every round that is asked for, ball by ball in the order of the ballot. */
    enterLots: async (rounds: readonly (readonly DrawnBall[])[]): Promise<void> => {
      await to('lots');
      for (const [index, balls] of rounds.entries()) {
        await heading(lots.round(index + 1));
        for (const { unit, ball, hand } of balls) {
          const group = page.getByRole('group', { name: starting(unit) });
          await group.getByLabel(lots.ballNumber).fill(String(ball));
          await group.getByRole('combobox', { name: lots.drawnBy }).selectOption(hand);
        }
        await next();
      }
      await propose();
    },
    /** Reads the words aloud, which name each of these, and proposes them. */
    declare: async (names: readonly string[]): Promise<void> => {
      await to('declaration');
      await heading(declaration.title);
      for (const name of names) await page.locator('.read-aloud').getByText(name).first().waitFor();
      await next();
      await propose();
    },
    correct: async (station: string, list: string, figure: number, reason: string): Promise<void> => {
      await to('correction');
      await page.getByRole('combobox', { name: form.station }).selectOption(station);
      await next();
      await heading(correction.figures);
      await page.getByLabel(starting(form.unit(true, list))).fill(String(figure));
      await next();
      await heading(correction.why);
      await page.getByLabel(correction.reason).fill(reason);
      await next();
      await propose();
    },
    second: async (number: number): Promise<void> => {
      await to(`proposals/${number}`);
      await choose(proposal.decisions.seconded);
      await next();
      await send(proposal.secondButton, proposal.sentDecided);
    },
  };
};

/** Posting notices, by the words that are shown. */
const posting = (desk: OfficersDesk, words: DeskWords, at: string) => {
  const { page, go } = desk;
  const { form } = words.notices;
  /** Through the pages as they come: filled in already, but for where and when it was posted. */
  const throughPages = async (): Promise<void> => {
    const next = button(page, words.acts.form.next);
    const send = button(page, form.send);
    for (;;) {
      await eitherOf(next, send);
      if (await send.count()) return send.click();
      const title = await page.locator('h1').innerText();
      const atPlace = button(page, form.atLegalPlace);
      if (await atPlace.count()) {
        await atPlace.click();
        await button(page, form.now).click();
      }
      await next.click();
      await page.waitForFunction((before) => document.querySelector('h1')?.innerText !== before, title);
    }
  };
  return {
    /** Posts the first draft of this kind that waits, and says what number the notice got. */
    postDraft: async (type: string, reason?: string): Promise<string> => {
      await go(`${at}/notices`);
      await page.locator(`.notice-draft a[href*="${type}"]`).first().click();
      await button(page, words.acts.form.next).waitFor();
      if (reason !== undefined) await page.getByLabel(form.reason, { exact: true }).fill(reason);
      await throughPages();
      await page.getByRole('heading', { level: 1, name: form.sentTitle }).waitFor();
      const number = page.locator('main .good').getByText(starting(form.itsNumber('').trimEnd()));
      const [id = ''] = /[cs]-[\w-]+/.exec(await number.innerText()) ?? [];
      return id;
    },
  };
};

/** An officer at a desk in one language: every act as one goes through it on the screens, found by the words of that language only. */
export const sitDown = async (
  browser: Browser,
  url: string,
  {
    account,
    election,
    constituency,
  }: { readonly account: string; readonly election: string; readonly constituency: string },
  language: Language,
) => {
  const words = await loadWords(language);
  const desk = await officersDesk(browser, url, account, { election, constituency }, language);
  const at = `#/${election}/${constituency}`;
  return {
    ...desk,
    words,
    at,
    ...reporting(desk, words, at),
    ...acting(desk, words, at),
    ...posting(desk, words, at),
  };
};

export type SeatedOfficer = Awaited<ReturnType<typeof sitDown>>;
