import type { Language } from '#shared/election/text.ts';
import type { ContestantResult } from '#shared/recount/results.ts';
import { leadName, otherNames, type ShownName, shownName } from '../models/names.ts';
import { attribute, html, type Markup } from './html.ts';

/** A name isolated from what stands around it, in the language it was given in. */
export const name = (shown: ShownName, bold = false): Markup =>
  html`<bdi${attribute('class', bold ? 'b' : '')}${attribute('lang', shown.lang)}>${shown.text}</bdi>`;

const others = (contestant: ContestantResult, language: Language): Markup | false => {
  const names = otherNames(contestant, language);
  return (
    names.length > 0 &&
    html`<span class="others">${names.map((one) => html`${one.before}${name(one)}`)}</span>`
  );
};

export interface Who {
  readonly contestant: ContestantResult;
  readonly language: Language;
  /** What to say where a ballot paper shows no affiliation; null where none of the contestants has one. */
  readonly noAffiliation?: string | null;
  readonly others?: boolean;
  readonly after?: Markup | false;
}

/** Number first, then the first name, the others and the affiliation as on the ballot paper. */
export const who = ({
  contestant,
  language,
  noAffiliation = null,
  others: all = false,
  after = false,
}: Who): Markup => {
  const { affiliation } = contestant;
  const stands =
    affiliation === undefined
      ? noAffiliation !== null && html`<span class="aff">${noAffiliation}</span>`
      : html`<span class="aff">${name(shownName(affiliation, language))}</span>`;
  return html`<div class="who"><span class="n">${contestant.number}</span> <span>${name(leadName(contestant, language), true)}${all && others(contestant, language)}${stands}${after}</span></div>`;
};
